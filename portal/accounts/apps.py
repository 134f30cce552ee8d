"""Who people are to the portal: the user, roles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from allauth.core.internal import ratelimit
        from allauth.mfa.totp.internal import auth as totp
        from django.core.cache import caches
        from django.utils.connection import ConnectionProxy

        # allauth keeps attempts and used codes in the default cache, which each worker has alone.
        ratelimit.cache = totp.cache = ConnectionProxy(caches, "shared")
