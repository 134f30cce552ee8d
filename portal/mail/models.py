"""Mails on their way, and which of them people do not want."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """What became of a mail."""

    WAITING = "waiting", _("waits")
    SENT = "sent", _("sent")
    REFUSED = "refused", _("refused by the recipient’s server")
    BOUNCED = "bounced", _("came back")
    GIVEN_UP = "given_up", _("given up")
    EXPIRED = "expired", _("too late to be sent")
    UNWANTED = "unwanted", _("switched off by the person")


class Problem(models.TextChoices):
    """Why a mail was not sent, for administrators."""

    UNREACHABLE = "unreachable", _("The mail server did not answer.")
    BUSY = "busy", _("The mail server asked to try again later.")
    SIGN_IN = "sign_in", _("The mail server refused the user name or the password in EMAIL_URL.")
    SENDER = "sender", _("The mail server refused the portal’s own address.")
    REFUSED = "refused", _("The recipient’s server refused it: the address may be wrong or full.")
    UNUSABLE = "unusable", _("E-mail cannot be sent to this address.")


FAILED = (State.REFUSED, State.GIVEN_UP)
DID_NOT_ARRIVE = (*FAILED, State.BOUNCED)


class Mail(models.Model):
    """A mail, rendered; when it is sent, its words and its address are deleted.

    It goes to an account or to an address that belongs to none.
    """

    key = models.UUIDField(_("key"), default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=50)
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("recipient"),
        null=True,
        on_delete=models.CASCADE,
        related_name="mails",
    )
    address = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("HTML"), blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    written_at = models.DateTimeField(_("written at"), default=timezone.now)
    expires_at = models.DateTimeField(_("not sent after"), null=True)
    ended_at = models.DateTimeField(_("sent or given up at"), null=True)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"), null=True)
    problem = models.CharField(_("what went wrong"), max_length=11, choices=Problem, blank=True)
    # What the server answered, without its words: they may quote the address.
    code = models.PositiveSmallIntegerField(_("code of the mail server"), null=True)

    class Meta:
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")
        indexes = [models.Index(fields=["state", "ended_at"], name="mail_by_state")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def end(self, state: State) -> None:
        """Store what became of it; what was sent or is no longer wanted keeps no words."""
        self.state, self.ended_at, self.next_try_at = state, timezone.now(), None
        if state not in FAILED:
            self.text = self.html = self.address = ""
        if state == State.SENT:
            self.problem, self.code = "", None
        self.save(force_update=bool(self.pk))  # one that was erased meanwhile stays so


class Refusal(models.Model):
    """A kind of mail that a person does not want."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        related_name="refused_mails",
    )
    kind = models.CharField(_("kind"), max_length=50)

    class Meta:
        verbose_name = _("e-mail switched off")
        verbose_name_plural = _("e-mails switched off")
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="mail_refused_once")]

    def __str__(self) -> str:
        return self.kind
