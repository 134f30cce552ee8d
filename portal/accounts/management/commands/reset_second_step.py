"""`manage.py reset_second_step EMAIL`: for somebody who lost phone and recovery codes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.accounts.actions import reset_second_step
from portal.accounts.models import User


class Command(BaseCommand):
    help = "Remove the second step of somebody who lost it, and tell them by mail."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the address of the account")

    def handle(self, *, email: str, **options: Any) -> None:
        user = User.objects.filter(email__iexact=email).first()
        if not user:
            raise CommandError(f"There is no account with the address {email}.")
        if not reset_second_step(user, by=None):
            raise CommandError(f"{email} has no second step.")
        self.stdout.write(f"{email} signs in with the password alone until a new step is set up.")
