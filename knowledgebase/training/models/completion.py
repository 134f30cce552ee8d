"""What ends a programme: exceptions, its completion, and what people say of it."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.models.cohort import Cohort


class Concession(models.Model):
    """What a trainer granted one person in a programme, and why.

    `subject` is the translation key of the quiz or lesson, and `block` the id of a task; both are
    empty for live sessions, of which each concession counts for one.
    """

    class Kind(models.TextChoices):
        """What is granted."""

        ATTEMPT = "attempt", _("one more attempt at a quiz")
        QUIZ = "quiz", _("a quiz counts as passed")
        LESSON = "lesson", _("a lesson counts as done")
        TASK = "task", _("a task counts as accepted")
        SESSION = "session", _("one live session counts as attended")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    programme = models.UUIDField()
    kind = models.CharField(_("exception"), max_length=10, choices=Kind)
    subject = models.UUIDField(null=True)
    block = models.CharField(max_length=64, blank=True)
    reason = models.TextField(_("reason"), max_length=500)
    granted_at = models.DateTimeField(default=timezone.now)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["granted_at", "pk"]
        verbose_name = _("exception")
        verbose_name_plural = _("exceptions")

    def __str__(self) -> str:
        return self.get_kind_display()


class Completion(models.Model):
    """That a person met all that a programme asks; later changes of its rules take nothing back."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    programme = models.UUIDField()
    cohort = models.ForeignKey(Cohort, on_delete=models.SET_NULL, null=True, related_name="+")
    completed_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ("view",)
        ordering = ["completed_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "programme"], name="training_completed_once")
        ]

    def __str__(self) -> str:
        return str(self.programme)


class Evaluation(models.Model):
    """What a person said of a programme at its end; trainers read it without the name.

    The ratings go from 1, not at all, to 5, fully.
    """

    RATING = [MinValueValidator(1), MaxValueValidator(5)]

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    programme = models.UUIDField()
    cohort = models.ForeignKey(Cohort, on_delete=models.SET_NULL, null=True, related_name="+")
    is_useful = models.PositiveSmallIntegerField(
        _("I can use it in my work"), validators=RATING, null=True, blank=True
    )
    is_clear = models.PositiveSmallIntegerField(
        _("It was clear"), validators=RATING, null=True, blank=True
    )
    had_time = models.PositiveSmallIntegerField(
        _("There was enough time"), validators=RATING, null=True, blank=True
    )
    words = models.TextField(_("What should stay, and what should change?"), blank=True)
    given_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "programme"], name="training_evaluated_once"),
            models.CheckConstraint(
                condition=~Q(is_useful=None, is_clear=None, had_time=None, words=""),
                name="training_evaluation_says_something",
            ),
        ]

    def __str__(self) -> str:
        return str(self.programme)
