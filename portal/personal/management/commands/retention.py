"""`manage.py retention`: deletes what is held too long; with `--dry-run` it lists that."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import override

from portal.personal.deleting import delete_lost_files
from portal.personal.held import Held, all_held
from portal.personal.retention import due_rows, let_go_of
from portal.steps import Steps


class Command(BaseCommand):
    help = "Delete what is held about people for longer than its description says."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only list what is due")

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        steps = Steps(self.stderr)
        for held in all_held():
            steps.do(held.model, self.look_at, held, dry_run)
            if held.folder and not dry_run:
                steps.do(held.folder, delete_lost_files, held.folder, held.model_class)
        steps.finish()

    def look_at(self, held: Held, dry_run: bool) -> None:
        """Say how many rows are due, and delete them."""
        rows = due_rows(held)
        count = rows.count()
        if not count:
            return
        with override("en"):
            self.stdout.write(f"{held.model}: {count} ({held.kept.text})")
        if not dry_run:
            let_go_of(held, rows)
