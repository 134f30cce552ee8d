"""Measures search on every engine: how well it finds, and how quickly on a large site."""

from __future__ import annotations

import json

from prepare import run_logged

from bench import search_report
from bench.search_page import Figures, fill, measure_page
from bench.search_quality import correct_typos, evaluate
from bench.search_sites import Site, sites, versions
from bench.site import manage, step

PAGES = 10_000


def measure_search() -> str:
    """Return as Markdown all that is measured, on texts of known answers and on a large site."""
    with sites() as all_sites:
        named = versions(all_sites)
        quality = {site.name: evaluate(site) for site in all_sites}
        with step("Analyser and spelling"):
            words = json.loads(run_logged("bench-analyser", "-m", "bench.search_analyser"))
            spelling = correct_typos()
        pages = measure_pages(all_sites, PAGES)
        return "\n\n".join(
            [
                named,
                search_report.quality(quality),
                search_report.words(words, spelling),
                search_report.pages(pages, PAGES),
                search_report.targets(quality, words, pages),
            ]
        )


def measure_many_pages(count: int) -> str:
    """Return as Markdown how the search page does on a site too large for SQLite."""
    with sites() as all_sites:
        large = [site for site in all_sites if site.name != "SQLite"]
        pages = measure_pages(large, count)
        return f"{versions(large)}\n\n{search_report.pages(pages, count)}"


def measure_pages(all_sites: list[Site], count: int) -> dict[str, Figures]:
    with step("Static files"):
        manage("collectstatic", "--noinput")
    fill(all_sites, count)
    return measure_page(all_sites)
