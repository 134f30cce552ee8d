"""Measures the portal's pages, and its search on every engine; writes docs/measured.md."""

from __future__ import annotations

import argparse
import os
import signal
import sys

from bench.document import RESULT, write
from bench.pages import measure_pages
from bench.search import PAGES, measure_many_pages, measure_search
from bench.site import production
from prepare import ROOT, guarded


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", choices=["pages", "search"], help="default: both")
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
    if chosen.part != "search":
        write("Pages", str(measure_pages()))
    if chosen.part != "pages":
        write("Search", measure_search())
    print(f"All of it is in {RESULT.relative_to(ROOT)}.")
    return os.EX_OK


if __name__ == "__main__":
    guarded(main)
