"""Meetings of a pair, and what each of the two notes about them."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.models.profile import Meeting, Profile
from mentoring.models.request import Change, Request
from portal.validators import one_line

SHORTEST, LONGEST, LONGEST_HELD = 30, 180, 240  # minutes


class Session(models.Model):
    """A meeting of a pair: times that one proposes, the one that the other chose, what it became.

    `times` are moments in UTC as ISO 8601 writes them, `starts_at` the one that was agreed.
    `sequence` grows with each change after that, as calendars expect. `moved_by` took the last step
    at `moved_at`; `noted_at` is when it was first noted whether the meeting was held. `note` is
    what both write; of two who write at once `note_version` tells the later one.
    """

    class State(models.TextChoices):
        """How far a meeting has come; `mentoring.work.rules` says what leads where."""

        PROPOSED = "proposed", pgettext_lazy("meeting", "times are proposed")
        AGREED = "agreed", pgettext_lazy("meeting", "agreed")
        HELD = "held", pgettext_lazy("meeting", "held")
        NOT_HELD = "not_held", pgettext_lazy("meeting", "not held")
        CANCELLED = "cancelled", pgettext_lazy("meeting", "cancelled")

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="sessions")
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    times = models.JSONField(_("proposed times"), default=list)
    minutes = models.PositiveSmallIntegerField(
        _("length in minutes"),
        validators=[MinValueValidator(SHORTEST), MaxValueValidator(LONGEST)],
    )
    meeting = models.CharField(_("how you meet"), max_length=10, choices=Meeting)
    place = models.CharField(_("place"), max_length=200, blank=True, validators=[one_line])
    link = models.URLField(_("link to the meeting"), max_length=500, blank=True)
    proposed_by = models.CharField(_("proposed by"), max_length=12, choices=Change.By)
    moved_by = models.CharField(max_length=12, choices=Change.By)
    moved_at = models.DateTimeField(default=timezone.now)
    starts_at = models.DateTimeField(_("begins"), null=True)
    sequence = models.PositiveIntegerField(default=0)
    noted_at = models.DateTimeField(null=True)
    held_minutes = models.PositiveSmallIntegerField(
        _("how long it was, in minutes"),
        null=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_HELD)],
    )
    note = models.TextField(_("shared note"), max_length=4000, blank=True)
    note_version = models.PositiveIntegerField(default=0)
    mentor_wrote_at = models.DateTimeField(null=True)
    mentee_wrote_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = [models.F("starts_at").asc(nulls_last=True), "pk"]
        verbose_name = _("meeting of a pair")
        verbose_name_plural = _("meetings of pairs")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["agreed", "held", "not_held"]) | Q(starts_at__isnull=False),
                name="mentoring_session_agreed_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="held")
                | Q(held_minutes__isnull=False, held_minutes__gte=1, held_minutes__lte=240),
                name="mentoring_session_held_has_length",
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    def get_absolute_url(self) -> str:
        """Return where both find it."""
        return reverse("mentoring_session", args=[self.request.key, self.key])

    @property
    def moments(self) -> list[datetime]:
        """The proposed times."""
        return [*map(datetime.fromisoformat, self.times)]

    @property
    def ends_at(self) -> datetime | None:
        """When it is over, as it was agreed."""
        return self.starts_at + timedelta(minutes=self.minutes) if self.starts_at else None

    @property
    def is_over(self) -> bool:
        """Whether its agreed time has passed."""
        return bool(self.ends_at and self.ends_at <= timezone.now())


class SessionNote(models.Model):
    """What one of the two notes about a meeting for themselves; nobody else ever reads it."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(_("my note"), max_length=4000, blank=True)
    changed_at = models.DateTimeField(_("changed on"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["changed_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "author"], name="mentoring_note_once")
        ]

    def __str__(self) -> str:
        return str(self.session_id)
