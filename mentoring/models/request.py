"""Requests: one person asks another, or the coordinator proposes both to each other."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.models.profile import Profile
from mentoring.models.round import Round


class State(models.TextChoices):
    """How far a request has come; `mentoring.requests.rules` says what leads where."""

    DRAFT = "draft", pgettext_lazy("request", "draft")
    SENT = "sent", pgettext_lazy("request", "waiting for an answer")
    PROPOSED = "proposed", pgettext_lazy("request", "proposed by the coordinator")
    ACCEPTED = "accepted", pgettext_lazy("request", "accepted")
    DECLINED = "declined", pgettext_lazy("request", "declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("request", "withdrawn")
    EXPIRED = "expired", pgettext_lazy("request", "expired")
    ENDED_EARLY = "ended_early", pgettext_lazy("request", "ended early")
    COMPLETED = "completed", pgettext_lazy("request", "completed")


# What waits for an answer, what takes a mentor's time, what did, and all that is or was a pair.
OPEN = (State.SENT, State.PROPOSED)
AT_WORK = (State.ACCEPTED,)
ENDED = (State.ENDED_EARLY, State.COMPLETED)
PAIRED = (*AT_WORK, *ENDED)


class Reason(models.TextChoices):
    """Why a mentor declines, as the mentee reads it."""

    TIME = "time", _("I do not have enough time at present.")
    FIELD = "field", _("Somebody else knows more about this than I do.")
    CONFLICT = "conflict", _("I could not be impartial, because of the work that I do.")
    MEETING = "meeting", _("We could hardly meet: our times or places do not fit.")
    OTHER = "other", _("I cannot take this on; it has nothing to do with you.")


class RequestQuerySet(models.QuerySet["Request"]):
    """Finds requests by whose they are and what they wait for."""

    def of(self, profile: Profile) -> Self:
        """Return those that a person sent or got; drafts are for whoever writes them."""
        return self.filter(Q(mentee=profile) | Q(mentor=profile, sent_at__isnull=False))

    def open(self) -> Self:
        """Return those that wait for somebody's answer."""
        return self.filter(state__in=OPEN)

    def awaiting(self, profile: Profile) -> Self:
        """Return those that wait for the answer of one person."""
        asked = Q(mentor=profile, mentor_agreed_at=None)
        proposed = Q(state=State.PROPOSED, mentee=profile, mentee_agreed_at=None)
        return self.open().filter(asked | proposed)

    def at_work(self) -> Self:
        """Return the pairs that are at work."""
        return self.filter(state__in=AT_WORK)

    def between(self, one: Profile, other: Profile) -> Self:
        """Return those between two people, whoever of them asked."""
        return self.filter(Q(mentee=one, mentor=other) | Q(mentee=other, mentor=one))


class Request(models.Model):
    """What a mentee asks of a mentor, and what became of it.

    A profile is empty once its person was erased. `due_at` is when the reply promise ends.
    `mentor_agreed_at` and `mentee_agreed_at` are for what the coordinator proposed.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="requests")
    mentee = models.ForeignKey(
        Profile, on_delete=models.SET_NULL, null=True, related_name="requests_sent"
    )
    mentor = models.ForeignKey(
        Profile, on_delete=models.SET_NULL, null=True, related_name="requests_got"
    )
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    goals = models.TextField(_("what I want to learn or solve"), max_length=1000)
    message = models.TextField(_("why I ask you"), max_length=1000, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason, blank=True)
    answer = models.TextField(_("a few words of your own"), max_length=500, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    mentor_agreed_at = models.DateTimeField(null=True)
    mentee_agreed_at = models.DateTimeField(null=True)

    has_open_report: bool  # annotated where one of the two reads it

    objects = RequestQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["-created_at", "-pk"]
        verbose_name = _("mentoring request")
        verbose_name_plural = _("mentoring requests")
        constraints = [
            models.UniqueConstraint(
                fields=["mentee", "mentor"],
                condition=Q(state__in=[*OPEN, *AT_WORK]),
                name="mentoring_request_once",
            ),
            models.UniqueConstraint(
                fields=["mentee", "mentor"],
                condition=Q(state=State.DRAFT),
                name="mentoring_request_one_draft",
            ),
            models.CheckConstraint(
                condition=~Q(mentee=models.F("mentor")), name="mentoring_request_of_another"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=OPEN) | Q(sent_at__isnull=False, due_at__isnull=False),
                name="mentoring_request_open_is_due",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(state__in=OPEN), name="mentoring_request_due"
            )
        ]

    def __str__(self) -> str:
        return str(self.key)

    def get_absolute_url(self) -> str:
        """Return where both read what became of it."""
        return reverse("mentoring_request", args=[self.key])

    def get_ending_url(self) -> str:
        """Return where both of a pair that ended are thanked, and find what comes next."""
        return reverse("mentoring_ending", args=[self.key])

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody's answer."""
        return self.state in OPEN

    @property
    def is_pair(self) -> bool:
        """Whether the two work together, or did."""
        return self.state in PAIRED

    def role_of(self, profile: Profile) -> "Change.By":
        """Return as what a person has to do with it."""
        return Change.By.MENTOR if self.mentor_id == profile.pk else Change.By.MENTEE

    def other_of(self, role: str) -> Profile | None:
        """Return the other of the two, unless they were erased."""
        return self.mentee if role == Change.By.MENTOR else self.mentor

    def agreed(self, role: str) -> bool:
        """Whether one of the two agreed to what the coordinator proposed."""
        return bool(getattr(self, f"{role}_agreed_at"))


class Change(models.Model):
    """One step of a request: who took it, and where it led; the history of a pair."""

    class By(models.TextChoices):
        """As what somebody took the step."""

        MENTEE = "mentee", _("mentee")
        MENTOR = "mentor", _("mentor")
        COORDINATOR = "coordinator", _("coordinator")
        CLOCK = "clock", _("the portal")

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="changes")
    was = models.CharField(max_length=12, choices=State, blank=True)
    state = models.CharField(max_length=12, choices=State)
    by = models.CharField(max_length=12, choices=By)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.was} > {self.state}"


class Waiting(models.Model):
    """That a mentee waits until a mentor has room; whoever waits longest is told first."""

    mentor = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="waiting")
    mentee = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="waits_for")
    since = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["mentor", "mentee"], name="mentoring_waits_once")
        ]

    def __str__(self) -> str:
        return str(self.since)
