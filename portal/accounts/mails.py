"""The mails that accounts send; allauth's are found by the last part of its template's name."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.mail.kinds import Kind

# No link in a mail works for longer.
RESET_LASTS = timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
CONFIRMATION_LASTS = timedelta(days=3)  # allauth's
INVITATION_LASTS = timedelta(days=14)

ACCOUNT = _("Opening and closing an account")
ADDRESS = _("E-mail addresses of an account")
PASSWORD = _("The password of an account")
SECOND_STEP = _("The second step when signing in")


def _kind(key: str, name: Any, **options: Any) -> Kind:
    return Kind(key, name, f"account/{key}", **options)


MESSAGE_WAITS = _kind(
    "message_waits",
    _("Messages waiting for you here"),
    optional=True,
    example={"link": "/sq/une/"},
)
INVITATION = _kind(
    "invitation",
    ACCOUNT,
    lasts=INVITATION_LASTS,
    example={"link": "/sq/une/", "is_asked_for": False, "expires_at": timezone.now()},
)
SUSPENDED = _kind("suspended", ACCOUNT)
RESTORED = _kind("restored", ACCOUNT)
SECOND_STEP_RESET = _kind("second_step_reset", SECOND_STEP)
CONFIRMATION = {"lasts": CONFIRMATION_LASTS, "example": {"link": "/sq/une/"}}
ALLAUTH = [
    _kind("account_already_exists", ACCOUNT, example={"link": "/sq/une/"}),
    _kind("email_changed", ADDRESS),
    _kind("email_confirm", ADDRESS),
    _kind("email_confirmation", ADDRESS, **CONFIRMATION),
    _kind("email_confirmation_signup", ADDRESS, **CONFIRMATION),
    _kind("email_deleted", ADDRESS),
    _kind("password_reset_key", PASSWORD, lasts=RESET_LASTS, example={"link": "/sq/une/"}),
    _kind("password_changed", PASSWORD),
    _kind("password_reset", PASSWORD),
    _kind("password_set", PASSWORD),
    _kind("recovery_codes_generated", SECOND_STEP),
    _kind("totp_activated", SECOND_STEP),
    _kind("totp_deactivated", SECOND_STEP),
    _kind("webauthn_added", SECOND_STEP),
    _kind("webauthn_removed", SECOND_STEP),
]
KINDS = [MESSAGE_WAITS, INVITATION, SUSPENDED, RESTORED, SECOND_STEP_RESET, *ALLAUTH]
