"""What readers say of a page: whether it was useful, and one sentence."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Feedback(models.Model):
    """One answer; it knows the page, the language and the day, and nothing of the reader."""

    translation_key = models.UUIDField(_("page"), db_index=True)
    language = models.CharField(_("language"), max_length=10)
    day = models.DateField(_("day"))
    is_useful = models.BooleanField(_("useful"))
    sentence = models.CharField(_("what they said"), max_length=300, blank=True)

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = _("answer of a reader")
        verbose_name_plural = _("answers of readers")

    def __str__(self) -> str:
        return f"{self.day} {self.language} {self.is_useful}"
