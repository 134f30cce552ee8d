"""`manage.py search_check`: is everything found that is public, and nothing else?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines import EngineError
from search.index.check import Check, checks
from search.promotions import write_all_keys
from search.synonyms import write_all_expressions


class Command(BaseCommand):
    help = "Compare the index with the pages, and a search server with the index; repair both."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="repair nothing; end with 1 where they differ"
        )

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        try:
            # All of them, not only as far as the first that differs.
            differ = [self.compare(each, dry_run) for each in checks()]
            if not dry_run:
                # As the analyser takes them now.
                write_all_expressions()
                write_all_keys()
        except EngineError as error:
            message = f"The search server does not answer as it should ({error})."
            raise CommandError(message) from error
        if dry_run and any(differ):
            raise CommandError("The index differs.", returncode=1)

    def compare(self, check: Check, is_dry: bool) -> bool:
        """Compare, say what differs, and repair it; return whether anything did."""
        found = check.compare()
        self.stdout.write(
            f"{check.name}: {len(found.missing)} missing, {len(found.extra)} extra, "
            f"{len(found.stale)} stale"
        )
        if found.all and not is_dry:
            check.repair(found)
            self.stdout.write(f"{check.name}: repaired")
        return bool(found.all)
