"""How far people have come, and what they wrote in lessons; all of it hangs on translation keys."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.models.cohort import Cohort


class Enrolment(models.Model):
    """That a person follows a programme, alone or in a cohort.

    Who left and comes back goes on where they were.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    programme = models.UUIDField()
    cohort = models.ForeignKey(
        Cohort, on_delete=models.SET_NULL, null=True, related_name="enrolments"
    )
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["joined_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "programme"], name="training_enrolled_once")
        ]

    def __str__(self) -> str:
        return str(self.programme)


class LessonProgress(models.Model):
    """That a person opened a lesson, and when they were done with it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    lesson = models.UUIDField()
    programme = models.UUIDField()  # in which it stood when it was opened
    opened_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "lesson"], name="training_progress_once")
        ]

    def __str__(self) -> str:
        return str(self.lesson)


class Note(models.Model):
    """What a person wrote or ticked in a lesson for themselves; nobody else reads it.

    `value` is a text for a reflection, a list of ids of items for a checklist.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    lesson = models.UUIDField()
    block = models.CharField(max_length=64)  # its id
    value = models.JSONField()
    changed_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["changed_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "lesson", "block"], name="training_note_once")
        ]

    def __str__(self) -> str:
        return str(self.block)


class HandedIn(models.Model):
    """A task of a lesson as somebody handed it in, and what a trainer answered."""

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("waiting for the trainer")
        RETURNED = "returned", _("to be worked on again")
        ACCEPTED = "accepted", _("accepted")

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    lesson = models.UUIDField()
    block = models.CharField(max_length=64)  # its id
    text = models.TextField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    handed_in_at = models.DateTimeField(default=timezone.now)
    reply = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["handed_in_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "lesson", "block"], name="training_handed_in_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.key)
