"""What two people agree on before they work together, in words of their own and one of ours."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.models.request import Change, Request
from mentoring.pairs.standing import VERSION


class Rhythm(models.TextChoices):
    """How often two people meet."""

    WEEKLY = "weekly", pgettext_lazy("rhythm", "every week")
    FORTNIGHTLY = "fortnightly", pgettext_lazy("rhythm", "every two weeks")
    MONTHLY = "monthly", pgettext_lazy("rhythm", "once a month")


class Agreement(models.Model):
    """The agreement of a pair; either writes it, and both sign what it says now.

    `version` counts how often the words changed, `standing` is the version of our own words on
    confidentiality that were signed with them.
    """

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="agreement")
    version = models.PositiveIntegerField(default=1)
    standing = models.PositiveSmallIntegerField(default=VERSION)
    goals = models.TextField(_("what we work on"), max_length=2000)
    rhythm = models.CharField(_("how often we meet"), max_length=12, choices=Rhythm)
    rhythm_words = models.CharField(_("more about it"), max_length=200, blank=True)
    ending = models.TextField(_("how either of us ends it"), max_length=1000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)
    mentor_signed_at = models.DateTimeField(_("signed by the mentor"), null=True)
    mentee_signed_at = models.DateTimeField(_("signed by the mentee"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        verbose_name = _("mentoring agreement")
        verbose_name_plural = _("mentoring agreements")

    def __str__(self) -> str:
        return f"{self.request_id}, {self.version}"

    @property
    def mark(self) -> str:
        """What tells the words of now from others: whoever signs or changes sends it along."""
        return f"{self.version}.{VERSION}"

    def is_signed_by(self, role: str) -> bool:
        """Whether the mentor or the mentee has signed these words, ours as they are today."""
        return bool(getattr(self, f"{role}_signed_at")) and self.standing == VERSION

    @property
    def is_signed(self) -> bool:
        """Whether both have."""
        return all(map(self.is_signed_by, (Change.By.MENTOR, Change.By.MENTEE)))
