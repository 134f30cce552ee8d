"""How allauth behaves on this portal: who may sign up, and what its mails give away."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from portal.accounts.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed; mails are in the person's language and say nothing in their subject."""

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
        """Send a mail in the language that the person chose, else in that of the request."""
        user = context.get("user") or User.objects.filter(email__iexact=email).first()
        with override((user and user.preferred_language) or get_language()):
            self.render_mail(template_prefix, email, {"email": email, **context}).send()

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """Return a mail whose subject tells nothing: somebody else may see the phone."""
        text = render_to_string(f"{template_prefix}_message.txt", context, current.request)
        return EmailMessage(
            _("A message for you"),
            text.strip() + "\n",
            self.get_from_email(),
            [email] if isinstance(email, str) else email,
            headers=headers,
        )
