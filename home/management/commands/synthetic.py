"""`manage.py synthetic`: pages in bulk, for benchmarks; never for a site that somebody reads."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import override

from home.structure import ensure_structure
from home.synthetic import make_pages


class Command(BaseCommand):
    help = "Make pages in bulk for benchmarks; the same seed replaces the same pages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--pages", type=int, default=1000, metavar="N")
        parser.add_argument("--seed", type=int, default=1, metavar="S")

    def handle(self, *, pages: int, seed: int, **options: Any) -> None:
        with override("sq"):
            ensure_structure()
            for made in make_pages(pages, seed):
                self.stdout.write(f"{made} of {pages} pages", ending="\r")
        self.stdout.write("")
