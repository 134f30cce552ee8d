"""Reports: a member tells the coordinator that something is not right."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.models.profile import Profile
from mentoring.models.request import Request


class Kind(models.TextChoices):
    """What is reported; `mentoring.safeguarding.things` finds each."""

    PAIR = "pair", pgettext_lazy("reported", "a pair or a request")
    MESSAGE = "message", pgettext_lazy("reported", "a message")
    SESSION = "session", pgettext_lazy("reported", "a session")
    PROFILE = "profile", pgettext_lazy("reported", "a profile")


class Why(models.TextChoices):
    """What is not right."""

    PRESSURE = "pressure", _("I feel pressed, or am treated without respect.")
    CONTACT = "contact", _("I am asked to write or meet in a way that I do not want.")
    SURVIVOR = "survivor", _("Something could identify a survivor, a child or their family.")
    IMPARTIALITY = "impartiality", _("One of us cannot be impartial.")
    OTHER = "other", _("Something else is not right.")


class Decision(models.TextChoices):
    """What the coordinator decided."""

    RESUMED = "resumed", pgettext_lazy("decision", "contact goes on")
    ENDED = "ended", pgettext_lazy("decision", "the pair ends")
    SUSPENDED = "suspended", pgettext_lazy("decision", "an account is suspended")


class ReportQuerySet(models.QuerySet["Report"]):
    """Finds reports by whom they are about and whether they are decided."""

    def open(self) -> Self:
        """Return those that wait for a decision."""
        return self.filter(closed_at=None)

    def between(self, one: object, other: object) -> Self:
        """Return those that one of two people made about the other."""
        return self.filter(Q(by=one, about=other) | Q(by=other, about=one))

    def with_any(self, people: set[int]) -> Self:
        """Return those in which one of these profiles has a part."""
        return self.filter(Q(by__in=people) | Q(about__in=people))


class Report(models.Model):
    """That somebody (`by`) reported something of another member (`about`).

    `key` is that of the thing. `request` is what the two have, or had, to do with each other, if
    anything. While one is open, contact between the two is paused. `note` is for coordinators.
    """

    kind = models.CharField(max_length=10, choices=Kind)
    key = models.UUIDField()
    request = models.ForeignKey(
        Request, on_delete=models.SET_NULL, null=True, related_name="reports"
    )
    by = models.ForeignKey(
        Profile, on_delete=models.SET_NULL, null=True, related_name="reports_made"
    )
    about = models.ForeignKey(
        Profile, on_delete=models.SET_NULL, null=True, related_name="reports_about"
    )
    reason = models.CharField(_("what is not right"), max_length=12, choices=Why, blank=True)
    words = models.TextField(_("in your own words"), max_length=1000, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    note = models.TextField(_("note"), max_length=2000, blank=True)

    objects = ReportQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["made_at", "pk"]
        verbose_name = pgettext_lazy("safeguarding", "report")
        verbose_name_plural = pgettext_lazy("safeguarding", "reports")
        constraints = [
            models.UniqueConstraint(
                fields=["by", "kind", "key"],
                condition=Q(closed_at=None),
                name="mentoring_report_once",
            ),
            models.CheckConstraint(
                condition=~Q(by=models.F("about")), name="mentoring_report_of_another"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | ~Q(decision=""), name="mentoring_report_closed_by"
            ),
        ]
        indexes = [
            models.Index(
                fields=["made_at"], condition=Q(closed_at=None), name="mentoring_report_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Opening(models.Model):
    """That a coordinator opened the pair of a report, to read what the two wrote."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="openings")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    because = models.TextField(_("why you read it"), max_length=500)
    at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "by"], name="mentoring_opened_once")
        ]

    def __str__(self) -> str:
        return str(self.at)


def has_open_report() -> Exists:
    """Return whether contact of the two of a request is paused, to annotate requests with."""
    return Exists(Report.objects.open().between(OuterRef("mentee"), OuterRef("mentor")))
