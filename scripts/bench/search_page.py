"""How quickly the search page and the suggestions answer on a site with many pages."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from statistics import quantiles
from typing import Any, NamedTuple
from urllib.parse import urlencode

import psycopg
from prepare import LOGS, ROOT, VENV_PYTHON, SetupError

from bench.load import Target
from bench.search_sites import Site, searched
from bench.servers import HOST, Server, gunicorn
from bench.site import FOLDER, manage, step
from bench.weights import body

SEED = 1
WARM_ROUNDS, ROUNDS = 5, 60
# The site answers 50 a second.
SUGGESTION_SECONDS = 1 / 40


class Times(NamedTuple):
    """Milliseconds at the median and at the 95th percentile."""

    p50: float
    p95: float


class Figures(NamedTuple):
    """What `manage.py bench_search` says of each query, and times by the query's name.

    `missed` counts how often the search server was too slow, so that the database answered.
    """

    queries: list[dict[str, Any]]
    times: dict[str, Times]
    suggestions: Times
    missed: int


def fill(all_sites: list[Site], count: int) -> None:
    """Make the pages in both databases at once: each keeps one core busy."""
    own = [site for site in all_sites if site.engine == "database"]
    with step("Empty databases"):
        together(own, "migrate")
    with step(f"{count:,} pages on {' and '.join(site.name for site in own)}"):
        together(own, "synthetic", "--pages", str(count), "--seed", str(SEED))
    for site in own:
        if site.name == "PostgreSQL":
            tidy(site.settings["DATABASE_URL"])


def together(all_sites: Iterable[Site], *command: str) -> None:
    with ExitStack() as jobs:
        for site in all_sites:
            jobs.enter_context(running(site, *command))


@contextmanager
def running(site: Site, *command: str) -> Iterator[None]:
    """Start a command; at the end of the block wait for it, or end it where the block failed."""
    log = LOGS / f"bench-{command[0]}-{site.name.lower()}.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [VENV_PYTHON, "manage.py", *command],
            cwd=ROOT,
            env={**os.environ, **site.settings},
            stdout=output,
            stderr=output,
        )
    try:
        yield
        code = process.wait()
    finally:
        process.kill()
        process.wait()
    if code:
        raise SetupError(f"{command[0]} failed on {site.name}, see {log.relative_to(ROOT)}")


def tidy(url: str) -> None:
    """Do at once what PostgreSQL does by itself within minutes."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def measure_page(site: Site) -> Figures:
    """Measure the portal on one engine as one visitor meets it, request after request."""
    log = FOLDER / f"gunicorn-{site.name.lower()}.log"
    with searched(site), step(f"{site.name}: the search page"):
        asked = json.loads(manage("bench_search"))
        with gunicorn(log) as portal:
            times = measure_queries(portal, asked["search"], asked["queries"])
            suggestions = measure_suggestions(portal, asked["suggestions"], asked["prefixes"])
        missed = log.read_text().count("The search server failed")
    return Figures(asked["queries"], times, suggestions, missed)


def measure_queries(portal: Server, path: str, queries: list[dict[str, Any]]) -> dict[str, Times]:
    """Ask the queries in turn, so that a slow second slows them all."""
    taken: dict[str, list[float]] = {query["name"]: [] for query in queries}
    for number in range(WARM_ROUNDS + ROUNDS):
        for query in queries:
            milliseconds = ask(portal, path, query["text"])
            if number >= WARM_ROUNDS:
                taken[query["name"]].append(milliseconds)
    return {name: percentiles(each) for name, each in taken.items()}


def measure_suggestions(portal: Server, path: str, prefixes: list[str]) -> Times:
    """Ask once for what begins with each of these letters, slowly enough to be answered."""
    taken = []
    for prefix in prefixes:
        taken.append(ask(portal, path, prefix))
        time.sleep(max(0.0, SUGGESTION_SECONDS - taken[-1] / 1000))
    return percentiles(taken[WARM_ROUNDS:])


def ask(portal: Server, path: str, text: str) -> float:
    """Return how many milliseconds an answer takes."""
    target = Target(text, portal, HOST, f"{path}?{urlencode({'q': text})}")
    start = time.perf_counter()
    body(target, target.path)
    return (time.perf_counter() - start) * 1000


def percentiles(milliseconds: list[float]) -> Times:
    cuts = quantiles(milliseconds, n=20, method="inclusive")
    return Times(cuts[9], cuts[18])
