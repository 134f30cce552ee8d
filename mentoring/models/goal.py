"""What a pair works towards, and the steps that lead there."""

from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.request import Change, Request

MOST_GOALS, MOST_STEPS = 5, 10


class Worded(models.Model):
    """A line that either of the two adds, rewords, and removes so that it can be brought back.

    `worded_by` gave it the words that it has; they are empty after that person was erased.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    text = models.CharField(max_length=300, blank=True)
    worded_by = models.CharField(_("worded by"), max_length=12, choices=Change.By)
    added_at = models.DateTimeField(_("added on"), default=timezone.now)
    removed_at = models.DateTimeField(_("removed on"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.text


class Goal(Worded):
    """What a pair wants to reach."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="goals_of_pair")

    class Meta(Worded.Meta):
        verbose_name = _("goal of a pair")
        verbose_name_plural = _("goals of pairs")


class GoalStep(Worded):
    """A step to a goal."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    done_at = models.DateTimeField(_("done on"), null=True)

    class Meta(Worded.Meta):
        verbose_name = _("step to a goal")
        verbose_name_plural = _("steps to goals")
