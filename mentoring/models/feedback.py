"""What each of a pair says of the work together, for themselves and for counting."""

from typing import Any, cast

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.models.profile import Profile
from mentoring.models.request import Request


class Answer(models.IntegerChoices):
    """How far a sentence is true."""

    FULLY = 5, pgettext_lazy("how true", "fully")
    MOSTLY = 4, pgettext_lazy("how true", "mostly")
    PARTLY = 3, pgettext_lazy("how true", "partly")
    HARDLY = 2, pgettext_lazy("how true", "hardly")
    NOT_AT_ALL = 1, pgettext_lazy("how true", "not at all")


def closed(question: Any) -> models.PositiveSmallIntegerField:
    """Return the field of a closed question, which may stay without an answer."""
    return models.PositiveSmallIntegerField(question, choices=Answer, null=True, blank=True)


class PairFeedback(models.Model):
    """What a person says of a pair in its middle or at its end; the other never reads it.

    The coordinator reads only how many people gave which answer, see `mentoring.figures`.
    """

    class Moment(models.TextChoices):
        """When it is asked."""

        MIDDLE = "middle", _("in the middle")
        END = "end", _("at the end")

    QUESTIONS = ("is_useful", "is_respectful", "is_regular", "is_recommended")

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="feedback")
    author = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="+")
    moment = models.CharField(_("when it was asked"), max_length=10, choices=Moment)
    is_useful = closed(_("What we work on helps me in my work"))
    is_respectful = closed(_("I am listened to and respected"))
    is_regular = closed(_("We meet as often as we agreed"))
    is_recommended = closed(_("I would recommend mentoring to a colleague"))
    words = models.TextField(
        _("What helps, and what should be different?"), max_length=2000, blank=True
    )
    given_at = models.DateTimeField(_("given on"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["given_at", "pk"]
        verbose_name = _("feedback on a pair")
        verbose_name_plural = _("feedback on pairs")
        constraints = [
            models.UniqueConstraint(
                fields=["request", "author", "moment"], name="mentoring_feedback_once"
            ),
            models.CheckConstraint(
                condition=~Q(
                    is_useful=None,
                    is_respectful=None,
                    is_regular=None,
                    is_recommended=None,
                    words="",
                ),
                name="mentoring_feedback_says_something",
                violation_error_message=_("Give at least one answer."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_moment_display()

    @classmethod
    def question(cls, name: str) -> Any:
        """Return what a field asks, in the active language when it is shown."""
        return cast("models.Field[Any, Any]", cls._meta.get_field(name)).verbose_name
