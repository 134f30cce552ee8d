"""Measures pages, suggestions of mentors and search on every engine; writes docs/measured.md."""

from __future__ import annotations

import argparse
import os
import signal
import sys

from bench.document import RESULT, write
from bench.mentoring import measure_mentoring
from bench.pages import measure_pages
from bench.search import PAGES, measure_many_pages, measure_search
from bench.site import production
from prepare import ROOT, guarded

PARTS = {
    "pages": lambda: str(measure_pages()),
    "mentoring": measure_mentoring,
    "search": measure_search,
}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", choices=[*PARTS], help="default: all")
    parser.add_argument(
        "--pages", type=int, metavar="N", help="only the search page, on a site of N pages"
    )
    return parser.parse_args()


def main() -> int:
    chosen = arguments()
    # Databases and indexes are removed when it is told to stop, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    os.environ.update(production())
    if chosen.pages and chosen.pages != PAGES:
        write(f"Search in {chosen.pages:,} pages", measure_many_pages(chosen.pages))
        return os.EX_OK
    for name in [chosen.part] if chosen.part else PARTS:
        write(name.capitalize(), PARTS[name]())
    print(f"All of it is in {RESULT.relative_to(ROOT)}.")
    return os.EX_OK


if __name__ == "__main__":
    guarded(main)
