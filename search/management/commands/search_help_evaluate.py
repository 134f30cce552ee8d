"""`manage.py search_help_evaluate CRIES TOPICS`: how well search knows who needs help."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from search.evaluation.cries import halves


class Command(BaseCommand):
    help = "Print the misses and false alarms of the editors' lists, odd and even lines apart."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("cries", type=Path, help="queries of people who need help, one a line")
        parser.add_argument("topics", type=Path, help="queries of professionals, one a line")

    def handle(self, *, cries: Path, topics: Path, **options: Any) -> None:
        self.stdout.write(json.dumps(halves(cries, topics), ensure_ascii=False, indent=2))
