"""The mails that accounts send."""

from typing import Any

from django.conf import settings

from portal.accounts.adapter import AccountAdapter
from portal.accounts.models import User

MESSAGE_WAITS = "message_waits"


def tell(kind: str, to: User, *, link: str = "", **context: Any) -> None:
    """Send a person a mail; `link` is a path of ours or an absolute address."""
    if link.startswith("/"):
        link = settings.WAGTAILADMIN_BASE_URL + link
    context = {"user": to, "link": link, **context}
    AccountAdapter().send_mail(f"account/email/{kind}", to.email, context)
