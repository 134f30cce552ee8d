"""`manage.py search_analyse`: shows the terms that the search makes of each line."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from search.analysis import analyse


class Command(BaseCommand):
    help = "Print the search terms of each line of the standard input, separated by spaces."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--language", default="sq", help="language of the lines (default: sq)")

    def handle(self, *, language: str, **options: Any) -> None:
        for line in sys.stdin:
            self.stdout.write(" ".join(analyse(line, language)))
