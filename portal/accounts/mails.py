"""The mails that accounts send."""

from typing import Any

from django.conf import settings
from django.utils.translation import override

from portal.accounts.adapter import AccountAdapter
from portal.accounts.models import User

MESSAGE_WAITS = "message_waits"
INVITATION = "invitation"
SUSPENDED = "suspended"
RESTORED = "restored"
SECOND_STEP_RESET = "second_step_reset"


def tell(kind: str, to: User, *, link: str = "", **context: Any) -> None:
    """Send a person a mail; `link` is a path of ours or an absolute address."""
    tell_address(kind, to.email, to.language, link, user=to, **context)


def tell_address(kind: str, address: str, language: str, link: str, **context: Any) -> None:
    """Send a mail to an address that may belong to no account."""
    if link.startswith("/"):
        link = settings.WAGTAILADMIN_BASE_URL + link
    with override(language):
        AccountAdapter().send_mail(f"account/email/{kind}", address, {"link": link, **context})
