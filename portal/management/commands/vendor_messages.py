"""`manage.py vendor_messages`: tidies the translations that other packages lack."""

from argparse import ArgumentParser
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.pofile import write_po
from django.core.management.base import BaseCommand

from portal.messages import (
    ROOT,
    compile_catalogues,
    coverage,
    missing_vendor,
    update_vendor,
    vendor_paths,
)


class Command(BaseCommand):
    help = "Drop from locale/vendor/ what the packages no longer say, and report what is covered."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--missing",
            action="store_true",
            help="only print what is not translated yet, as PO",
        )

    def handle(self, *, missing: bool, **options: Any) -> None:
        if missing:
            self.print_missing()
            return
        update_vendor(ROOT)
        compile_catalogues(ROOT)
        self.print_coverage()

    def print_missing(self) -> None:
        for path in vendor_paths(ROOT):
            entries = BytesIO()
            write_po(entries, missing_vendor(path), omit_header=True, include_lineno=False)
            self.print_path(path)
            self.stdout.write(entries.getvalue().decode())

    def print_coverage(self) -> None:
        for path in vendor_paths(ROOT):
            self.print_path(path)
            for folder, total, missing in coverage(path):
                self.stdout.write(f"{folder}: {total - missing} of {total}")

    def print_path(self, path: Path) -> None:
        self.stdout.write(f"# {path.relative_to(ROOT)}")
