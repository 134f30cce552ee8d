"""`manage.py reset_second_step EMAIL`: for somebody who lost phone and recovery codes."""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from portal.accounts.adapter import AccountAdapter
from portal.accounts.models import User
from portal.personal.audit import Action, record


class Command(BaseCommand):
    help = "Remove the second step of somebody who lost it, and tell them by mail."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the address of the account")

    @transaction.atomic
    def handle(self, *, email: str, **options: Any) -> None:
        user = User.objects.filter(email__iexact=email).first()
        if not user:
            raise CommandError(f"There is no account with the address {email}.")
        count, _by_model = Authenticator.objects.filter(user=user).delete()
        if not count:
            raise CommandError(f"{email} has no second step.")
        record(Action.SECOND_STEP_RESET, by=None, about=user)
        AccountAdapter().send_mail("mfa/email/totp_deactivated", user.email, {"user": user})
        self.stdout.write(f"{email} signs in with the password alone until a new step is set up.")
