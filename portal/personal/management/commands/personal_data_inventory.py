"""`manage.py personal_data_inventory`: writes docs/personal-data.md, or checks that it is true."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.personal.held import needless, undescribed
from portal.personal.inventory import PATH, inventory


class Command(BaseCommand):
    help = "Write down what is held about people, in docs/personal-data.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", dest="check_only", help="only report what is wrong"
        )

    def handle(self, *, check_only: bool, **options: Any) -> None:
        problems = [f"{name} is described by no personal_data.py" for name in undescribed()]
        problems += [f"{name} is described and needs no description" for name in needless()]
        text = inventory()
        if not check_only:
            PATH.write_text(text)
        elif not PATH.exists() or PATH.read_text() != text:
            problems.append(f"{PATH.name} is out of date: manage.py personal_data_inventory")
        if problems:
            raise CommandError("\n".join(problems))
