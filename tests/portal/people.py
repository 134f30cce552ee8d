"""People with accounts, the addresses of theirs, and clients that are signed in."""

from time import time

from allauth.account.models import EmailAddress
from allauth.mfa import app_settings
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from portal.accounts.models import User
from portal.accounts.roles import Role

PASSWORD = "nje fjalekalim i gjate"
LANGUAGES = ["sq", "en"]


def address(name: str, language: str = "sq", *args) -> str:
    with override(language):
        return reverse(name, args=args)


def make(email: str, *roles: Role, language: str = "sq") -> User:
    user = User.objects.create_user(email, PASSWORD, preferred_language=language)
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    user.groups.set([role.group() for role in roles])
    return user


def sign_in(client: Client, email: str, password: str = PASSWORD, query: str = "", language="sq"):
    url = address("account_login", language) + query
    return client.post(url, {"login": email, "password": password})


def signed_in(email: str) -> Client:
    client = Client()
    assert sign_in(client, email).status_code == 302
    return client


def set_up_app(user: User) -> str:
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return secret


def code(secret: str, steps: int = 0) -> str:
    """Return what the app shows now, or so many half minutes later."""
    counter = int(time()) // app_settings.TOTP_PERIOD + steps
    return totp.format_hotp_value(totp.hotp_value(secret, counter))
