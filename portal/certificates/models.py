"""A certificate: what somebody achieved, as it stood on the day of issue, and what became of it."""

from datetime import date
from typing import Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.certificates.codes import in_groups, new_code
from portal.certificates.kinds import looked_after_by
from portal.certificates.snapshot import Snapshot, Text
from portal.media.storages import private_storage

FOLDER = "certificates"


class State(models.TextChoices):
    """What whoever checks a certificate is told."""

    VALID = "valid", pgettext_lazy("certificate", "Valid")
    EXPIRED = "expired", pgettext_lazy("certificate", "Expired")
    REVOKED = "revoked", pgettext_lazy("certificate", "Revoked")
    REPLACED = "replaced", pgettext_lazy("certificate", "Replaced")
    WITHDRAWN = "withdrawn", pgettext_lazy("certificate", "Withdrawn by the holder")


class Reason(models.TextChoices):
    """Why a certificate was revoked; everybody who checks it reads this."""

    MISTAKE = "mistake", _("It was issued by mistake.")
    NOT_MET = "not_met", _("The requirements of the programme were not met.")
    MISUSED = "misused", _("It was altered or misused.")


# Neither revoked, replaced nor withdrawn.
CURRENT = Q(revoked_at=None, replaced_at=None, withdrawn_at=None)


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Finds certificates by what became of them, and by who may see them."""

    def current(self) -> Self:
        """Return those that hold, or would if they had not expired."""
        return self.filter(CURRENT)

    def seen_by_holders(self) -> Self:
        """Return those that their holders find: also what was revoked, with the reason."""
        return self.filter(replaced_at=None, withdrawn_at=None)

    def looked_after_by(self, user: User) -> Self:
        """Return those that a person looks after for a room; administrators, all."""
        return self.filter(looked_after_by(user))

    def locked(self, certificate: "Certificate") -> "Certificate":
        """Return the row as it is now, for this transaction alone; raises DoesNotExist."""
        if certificate.holder_id:
            User.objects.locked().filter(pk=certificate.holder_id).first()
        rows = self.select_for_update(of=("self",)).select_related("holder")
        return rows.get(pk=certificate.pk)


class Certificate(models.Model):
    """A certificate for its holder, who is None after an erasure.

    `subject` is the translation key of the programme, `kind` the room's (see `kinds`), `name` the
    holder's on the day of issue, and `languages` those of the paper. Whoever checks the code reads
    the name only while `name_shown_since` is set.
    """

    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("holder"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="certificates",
    )
    code = models.CharField(_("code"), max_length=20, unique=True, default=new_code)
    kind = models.SlugField(_("kind"))
    subject = models.UUIDField(_("programme"))
    name = models.CharField(_("name on the certificate"), max_length=150, blank=True)
    snapshot = models.JSONField(_("what was achieved"), encoder=DjangoJSONEncoder)
    languages = models.JSONField(_("languages of the certificate"))
    issued_on = models.DateField(_("issued on"))
    valid_until = models.DateField(_("valid until"), null=True)
    name_shown_since = models.DateTimeField(_("name shown since"), null=True)
    revoked_at = models.DateTimeField(_("revoked on"), null=True)
    revoked_reason = models.CharField(_("reason"), max_length=20, blank=True, choices=Reason)
    revoked_words = models.TextField(_("notes for the file"), blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("revoked by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    replaced_at = models.DateTimeField(_("replaced on"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn on"), null=True)
    replaces = models.OneToOneField(
        "self",
        verbose_name=_("replaces"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="replaced_by",
    )
    file = models.FileField(
        _("file"), storage=private_storage, upload_to=FOLDER, max_length=255, blank=True
    )

    wagtail_reference_index_ignore = True

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on", "-pk"]
        default_permissions = ("view", "revoke", "reissue")
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "subject"], condition=CURRENT, name="certificates_current_once"
            )
        ]

    def __str__(self) -> str:
        return self.code_in_groups

    def get_absolute_url(self) -> str:
        """Return where its holder finds it, in the active language."""
        return reverse("my_certificate", args=[self.pk])

    @property
    def code_in_groups(self) -> str:
        """The code as it is printed."""
        return in_groups(self.code)

    @cached_property
    def achievement(self) -> Snapshot:
        """What was achieved."""
        return Snapshot.from_json(self.snapshot)

    @property
    def language(self) -> str:
        """The language in which the reader is told of it: theirs, if it is told in that."""
        return self.achievement.language_for(get_language() or "")

    @property
    def text(self) -> Text:
        """What was achieved, in words."""
        return self.achievement.texts[self.language]

    @property
    def title(self) -> str:
        """The title of the programme."""
        return self.text.title

    @property
    def is_current(self) -> bool:
        """Whether it holds, or would if it had not expired."""
        return not (self.revoked_at or self.replaced_at or self.withdrawn_at)

    @property
    def state(self) -> State:
        """What whoever checks it is told."""
        if self.revoked_at:
            return State.REVOKED
        if self.replaced_at:
            return State.REPLACED
        if self.withdrawn_at:
            return State.WITHDRAWN
        return State.EXPIRED if self.has_expired else State.VALID

    @property
    def has_expired(self) -> bool:
        """Whether the last day on which it was valid is over."""
        return bool(self.valid_until and self.valid_until < today())

    @property
    def public_name(self) -> str:
        """The name that whoever checks it reads; empty unless the holder chose so."""
        return self.name if self.is_current and self.name_shown_since else ""


def today() -> date:
    """Return the day it is where the portal is."""
    return timezone.localdate()
