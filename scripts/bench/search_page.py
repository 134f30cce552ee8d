"""How quickly the search page and the suggestions answer on a site with many pages."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
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


def measure_page(all_sites: list[Site]) -> dict[str, Figures]:
    """Measure the portal on every engine as one visitor meets it, request after request.

    All engines take turns, so that a slow second slows them all.
    """
    with ExitStack() as stack:
        portals = {site.name: stack.enter_context(answering(site)) for site in all_sites}
        with step("The search page"):
            times = measure_queries(portals)
        with step("Suggestions"):
            suggestions = measure_suggestions(portals)
        return {
            name: Figures(portal.queries, times[name], suggestions[name], portal.missed)
            for name, portal in portals.items()
        }


class Portal(NamedTuple):
    """The portal on one engine, and what `manage.py bench_search` says to ask it for."""

    server: Server
    log: Path
    asked: dict[str, Any]

    @property
    def queries(self) -> list[dict[str, Any]]:
        return self.asked["queries"]

    @property
    def missed(self) -> int:
        return self.log.read_text().count("The search server failed")


@contextmanager
def answering(site: Site) -> Iterator[Portal]:
    """Serve the portal on one engine."""
    log = FOLDER / f"gunicorn-{site.name.lower()}.log"
    with searched(site):
        asked = json.loads(manage("bench_search"))
        with gunicorn(log) as server:
            yield Portal(server, log, asked)


def measure_queries(portals: Mapping[str, Portal]) -> dict[str, dict[str, Times]]:
    """Return by engine and query how long the page takes."""
    taken: dict[str, dict[str, list[float]]] = {
        name: {query["name"]: [] for query in portal.queries} for name, portal in portals.items()
    }
    for number in range(WARM_ROUNDS + ROUNDS):
        for name, portal in portals.items():
            for query in portal.queries:
                milliseconds = ask(portal.server, portal.asked["search"], query["text"])
                if number >= WARM_ROUNDS:
                    taken[name][query["name"]].append(milliseconds)
    return {
        name: {query: percentiles(each) for query, each in queries.items()}
        for name, queries in taken.items()
    }


def measure_suggestions(portals: Mapping[str, Portal]) -> dict[str, Times]:
    """Ask once for what begins with each of many letters, slowly enough to be answered."""
    taken: dict[str, list[float]] = {name: [] for name in portals}
    for prefixes in zip(*(portal.asked["prefixes"] for portal in portals.values()), strict=False):
        start = time.monotonic()
        for prefix, (name, portal) in zip(prefixes, portals.items(), strict=True):
            taken[name].append(ask(portal.server, portal.asked["suggestions"], prefix))
        time.sleep(max(0.0, start + SUGGESTION_SECONDS - time.monotonic()))
    return {name: percentiles(each[WARM_ROUNDS:]) for name, each in taken.items()}


def ask(portal: Server, path: str, text: str) -> float:
    """Return how many milliseconds an answer takes."""
    target = Target(text, portal, HOST, f"{path}?{urlencode({'q': text})}")
    start = time.perf_counter()
    body(target, target.path)
    return (time.perf_counter() - start) * 1000


def percentiles(milliseconds: list[float]) -> Times:
    cuts = quantiles(milliseconds, n=20, method="inclusive")
    return Times(cuts[9], cuts[18])
