"""What readers say of a page: whether it was useful, and one sentence."""

from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.quotas import TooManyError, demand

# Nobody has to sign in, so a page takes only so many answers a day in each language, and so many
# from one network. The last are kept for those who have not answered yet.
MOST_A_DAY = 200
RESERVE = 50
SHARE = 20
A_DAY = 24 * 3600


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    """Keeps answers."""

    def keep(self, translation_key: UUID, answer: dict[str, Any], sender: str) -> None:
        """Store an answer with the day and the language, and nothing of the sender.

        Raises `TooManyError` when too many came today, of all or of this one.
        """
        language, day = get_language(), timezone.localdate()
        page = {"translation_key": translation_key, "language": language, "day": day}
        kept = self.filter(**page).count()
        if kept >= MOST_A_DAY:
            raise TooManyError("feedback", A_DAY)
        share = SHARE if kept < MOST_A_DAY - RESERVE else 1
        demand("feedback", f"{translation_key}:{language}:{day}:{sender}", [(share, A_DAY)])
        self.create(**page, **answer)


class Feedback(models.Model):
    """One answer; it knows the page, the language and the day, and nothing of the reader."""

    translation_key = models.UUIDField(_("page"), db_index=True)
    language = models.CharField(_("language"), max_length=10)
    day = models.DateField(_("day"))
    is_useful = models.BooleanField(_("useful"))
    sentence = models.CharField(_("what they said"), max_length=300, blank=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = _("answer of a reader")
        verbose_name_plural = _("answers of readers")

    def __str__(self) -> str:
        return f"{self.day} {self.language} {self.is_useful}"
