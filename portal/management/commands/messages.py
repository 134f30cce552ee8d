"""`manage.py messages`: brings our translations up to date with the code, or checks them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.messages import ROOT, compile_catalogues, problems, update_own


class Command(BaseCommand):
    help = "Collect the messages of code and templates into locale/, and compile them."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument(
            "--check", action="store_true", dest="check_only", help="only report what is wrong"
        )
        mode.add_argument(
            "--compile", action="store_true", dest="compile_only", help="only compile"
        )

    def handle(self, *, check_only: bool, compile_only: bool, **options: Any) -> None:
        if not (check_only or compile_only):
            update_own(ROOT)
        if not check_only:
            self.stdout.write(f"{compile_catalogues(ROOT)} catalogues compiled")
        if not compile_only:
            self.report()

    def report(self) -> None:
        found = list(problems(ROOT))
        for problem in found:
            self.stderr.write(problem)
        if found:
            raise CommandError(f"messages with a problem: {len(found)}")
