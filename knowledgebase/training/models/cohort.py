"""Cohorts: people who follow a programme together, with their trainers, sessions and messages."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.validators import one_line

LEAD = "training.lead_cohort"


class CohortQuerySet(models.QuerySet["Cohort"]):
    """Finds cohorts by who leads them."""

    def led_by(self, user: User) -> Self:
        """Return a trainer's own; nobody else's, whatever else the person may do."""
        if not user.has_perm(LEAD):
            return self.none()
        return self.filter(trainers__user=user)


class Cohort(models.Model):
    """People who follow a programme together; who is in it, their enrolments say.

    `join_code` ends the link by which people join; empty while there is none.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.UUIDField(_("programme"))
    name = models.CharField(_("name of the group"), max_length=120, validators=[one_line])
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    join_code = models.CharField(max_length=43, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)

    objects = CohortQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ("lead",)
        ordering = ["-created_at", "-pk"]
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        constraints = [
            models.UniqueConstraint(
                fields=["join_code"],
                condition=~Q(join_code=""),
                name="training_cohort_join_code_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="training_cohort_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CohortTrainer(models.Model):
    """That a trainer leads a cohort."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="trainers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["cohort", "user"], name="training_cohort_trainer_once")
        ]

    def __str__(self) -> str:
        return str(self.cohort)


class LiveSession(models.Model):
    """When and where a cohort meets; `sequence` grows with each change, as calendars expect."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(_("title"), max_length=160, validators=[one_line])
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=200, blank=True, validators=[one_line])
    link = models.URLField(_("link for taking part"), blank=True, max_length=500)
    sequence = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["starts_at", "pk"]
        verbose_name = _("live session")
        verbose_name_plural = _("live sessions")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="training_session_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.ends_at <= timezone.now()


class Attendance(models.Model):
    """That a person was at a live session."""

    session = models.ForeignKey(LiveSession, on_delete=models.CASCADE, related_name="attendances")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    noted_at = models.DateTimeField(default=timezone.now)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["noted_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "user"], name="training_attended_once")
        ]

    def __str__(self) -> str:
        return str(self.session_id)


class CohortMessage(models.Model):
    """What a trainer wrote to a cohort; each person has a copy among their messages."""

    class Recipients(models.TextChoices):
        """To whom it went."""

        ALL = "all", _("everyone in the group")
        BEHIND = "behind", _("those who are behind")

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="messages")
    recipients = models.CharField(_("to"), max_length=10, choices=Recipients)
    subject = models.CharField(_("subject"), max_length=160, validators=[one_line])
    text = models.TextField(_("message"), max_length=5000)
    count = models.PositiveIntegerField()  # of people whom it went to
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return self.subject
