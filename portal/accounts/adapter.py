"""How allauth behaves on this portal: who may sign up, and what its mails give away."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import get_language

from portal.accounts.models import User
from portal.mail.actions import send
from portal.mail.kinds import kinds


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed; mails go the way of all mails."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether somebody without an invitation gets an account."""
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        # By account alone, whoever knows an address could keep its owner out.
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}:{self.get_client_ip(request)}"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Return the front page in the language that the person reads."""
        return f"/{get_language()}/"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put a mail in the database, of the kind that allauth's template is called after."""
        send(
            kinds()[template_prefix.rpartition("/")[2]],
            to=context.get("user") or User.objects.filter(email__iexact=email).first(),
            address=email,
            link=context.get("activate_url") or context.get("password_reset_url") or "",
        )
