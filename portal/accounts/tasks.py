"""What accounts leave to the worker, so that no answer tells by its time who has an account."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse
from django.utils.translation import override
from django_tasks import task


@task(backend="background", queue_name="mail")
def send_reset_link(email: str, language: str) -> None:
    """Send a link to choose a new password by, if there is an account with this address.

    `language` is that of the page on which it was asked for.
    """
    for user in filter_users_by_email(email, is_active=True, prefer_verified=True, for_login=True):
        key = [user_pk_to_url_str(user), default_token_generator.make_token(user)]
        with override(language):
            link = reverse("account_reset_password_from_key", args=key)
            context = {"user": user, "password_reset_url": link}
            get_adapter().send_password_reset_mail(user, email, context)
