"""How allauth behaves on this portal: who may sign up, who must wait, what its mails give away."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.cache import caches
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.mail.actions import send
from portal.mail.kinds import kinds
from portal.quotas import BusyError, TooManyError, demand, give_back, sender

AN_HOUR = 3600
A_DAY = 24 * AN_HOUR
# Wrong passwords for one account from all addresses at which its owner has not been.
GUESSES = ((30, AN_HOUR), (100, A_DAY))
# How long an address counts as one where the owner has been, in seconds.
REMEMBERED = 30 * A_DAY
# Mails that whoever knows an address can have sent to it.
ASKED_BY_ANYBODY = ("password_reset_key", "account_already_exists")
MOST_MAILS = ((3, 600), (6, AN_HOUR), (12, A_DAY))


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed; mails go the way of all mails."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The e-mail address or the password is not correct."),
        "enter_current_password": _("This is not your current password."),
        "max_email_addresses": _("You cannot have more than %d e-mail addresses."),
        "too_many_login_attempts": _(
            "There were too many attempts. Wait a few minutes, or choose a new password by e-mail."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether somebody without an invitation gets an account."""
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        # By account alone, whoever knows an address could keep its owner out.
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}:{sender(request)}"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Let many addresses together not guess one account's password.

        Where its owner signed in lately this does not apply, so nobody can keep them out; elsewhere
        they wait, or ask for a new password by mail.
        """
        super().pre_authenticate(request, **credentials)
        if self._has_owner_been_at(request, credentials):
            return
        try:
            demand("guess", _account(credentials), GUESSES)
        except TooManyError:
            raise self.validation_error("too_many_login_attempts") from None

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Remember where the owner of an account signs in."""
        try:
            user = super().authenticate(request, **credentials)
        except BusyError:  # no attempt, for nothing was checked
            self._rollback_login_failed_rl_usage()
            if not self._has_owner_been_at(request, credentials):
                give_back("guess", _account(credentials), GUESSES)
            raise
        if user:
            self._remember_owner(request, credentials)
        return user

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        # After a reset by mail.
        super()._delete_login_attempts_cached_email(request, **credentials)
        self._remember_owner(request, credentials)

    def _has_owner_been_at(self, request: HttpRequest, credentials: dict[str, Any]) -> bool:
        return bool(caches["shared"].get(self._owner_key(request, credentials)))

    def _remember_owner(self, request: HttpRequest, credentials: dict[str, Any]) -> None:
        caches["shared"].set(self._owner_key(request, credentials), True, REMEMBERED)

    def _owner_key(self, request: HttpRequest, credentials: dict[str, Any]) -> str:
        return f"owner:{self._get_login_attempts_cache_key(request, **credentials)}"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Return the front page in the language that the person reads."""
        return f"/{get_language()}/"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put a mail in the database, of the kind that allauth's template is called after.

        Of what anybody can have sent only some reach the person: they have a link that works.
        """
        kind = template_prefix.rpartition("/")[2]
        if kind in ASKED_BY_ANYBODY:
            try:
                demand("mail", email.lower(), MOST_MAILS)
            except TooManyError:
                return
        send(
            kinds()[kind],
            to=context.get("user") or User.objects.filter(email__iexact=email).first(),
            address=email,
            link=context.get("activate_url") or context.get("password_reset_url") or "",
        )


def _account(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email", "")).lower()
