"""Measures what it takes to suggest mentors: it may grow as their number does, and no faster."""

from __future__ import annotations

import json
from functools import partial
from urllib.parse import urlsplit

from prepare import run_steps

from bench.report import budget, table
from bench.servers import database
from bench.site import configured, empty_folder, manage, quietly, service_url

DATABASE = "portal_bench_mentoring"
FEW, MANY = 500, 5000
# Of 500 and 5,000 mentors, with room for what a shared machine adds.
RATIO = MANY / FEW * 1.2


def measure_mentoring() -> str:
    """Return as Markdown what suggestions cost on a database of their own."""
    url = service_url("DATABASE_URL")
    own = {"DATABASE_URL": urlsplit(url)._replace(path=f"/{DATABASE}").geturl()}
    with configured(own), database(url, DATABASE):
        empty_folder()
        run_steps(
            [
                ("Database:", partial(quietly, "migrate")),
                ("Demonstration:", partial(quietly, "demo")),
                ("Static files:", partial(quietly, "collectstatic", "--noinput")),
            ]
        )
        few, many = (json.loads(manage("bench_mentors", str(each))) for each in (FEW, MANY))
    return "\n".join(lines(few, many))


def lines(few: dict[str, float], many: dict[str, float]) -> list[str]:
    """Return the table and the budgets."""
    head = ["mentors", "CPU ms", "MB at most", "SQL", "SQL of the page", "SQL of the directory"]
    rows = [
        [
            f"{each['mentors']:,}",
            f"{each['ms']:.0f}",
            f"{each['mb']:.1f}",
            *(str(each[name]) for name in ("queries", "page", "directory")),
        ]
        for each in (few, many)
    ]
    ratios = {name: many[name] / few[name] for name in ("ms", "mb")}
    growth = "5,000 mentors instead of 500: times the"
    return [
        "Suggestions for one mentee who has said something of everything; PostgreSQL.",
        "",
        *table(head, rows),
        "",
        budget("Suggestions: SQL queries at 500", few["queries"], 10),
        budget("Suggestions: SQL queries at 5,000", many["queries"], few["queries"]),
        budget("Directory: SQL queries at 5,000, as at 500", many["directory"], few["directory"]),
        budget(f"{growth} CPU milliseconds", ratios["ms"], RATIO),
        budget(f"{growth} megabytes", ratios["mb"], RATIO),
    ]
