"""`manage.py retention`: deletes what is held too long; with `--dry-run` it lists that."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import override

from portal.personal.exports import delete_lost_files
from portal.personal.retention import due, let_go_of
from portal.steps import Steps


class Command(BaseCommand):
    help = "Delete what is held about people for longer than its description says."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only list what is due")

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        steps = Steps(self.stderr)
        for held, rows in due():
            count = rows.count()
            if count:
                with override("en"):
                    self.stdout.write(f"{held.model}: {count} ({held.kept.text})")
            if count and not dry_run:
                steps.do(held.model, let_go_of, held, rows)
        if not dry_run:
            steps.do("copies", delete_lost_files)
        steps.finish()
