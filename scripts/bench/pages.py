"""Measures the portal's pages beside a bare Wagtail page, an empty view and nginx."""

from __future__ import annotations

import json
from functools import partial
from urllib.parse import urlsplit

from prepare import run_steps

from bench.load import Target, measure, typical, wrk
from bench.report import Report
from bench.servers import HOST, Server, database, gunicorn, nginx
from bench.site import FOLDER, configured, empty_folder, manage, quietly, service_url
from bench.weights import body, page_weight

DATABASE = "portal_bench"
ROUNDS, SECONDS = 3, 2
SAVED = ("Home", "Project")


def measure_pages() -> Report:
    """Measure all pages on a database of their own."""
    url = service_url("DATABASE_URL")
    own = {"DATABASE_URL": urlsplit(url)._replace(path=f"/{DATABASE}").geturl()}
    with configured(own), database(url, DATABASE) as database_pid:
        prepare()
        with gunicorn(FOLDER / "gunicorn.log") as portal, nginx(FOLDER) as files:
            return run(find_targets(portal, files), database_pid)


def prepare() -> None:
    empty_folder()
    run_steps(
        [
            ("Database:", partial(quietly, "migrate")),
            ("Demonstration:", partial(quietly, "demo")),
            ("Static files:", partial(quietly, "collectstatic", "--noinput")),
        ]
    )


def find_targets(portal: Server, files: Server) -> list[Target]:
    """Return what Django serves and, of that, what nginx serves as files."""
    targets = [Target(server=portal, **each) for each in json.loads(manage("bench_targets"))]
    return targets + [save(target, files) for target in targets if target.name in SAVED]


def save(target: Target, files: Server) -> Target:
    """Save the page's HTML for nginx and return that as a target."""
    name = f"{target.name.lower()}.html"
    (FOLDER / "pages" / name).write_bytes(body(target, target.path))
    return Target(f"{target.name}, nginx", files, HOST, f"/{name}")


def run(targets: list[Target], database_pid: int) -> Report:
    """Measure all targets in turn, several times, so that a slow minute slows them all."""
    print(f"\n{ROUNDS} rounds of {SECONDS} seconds for each of {len(targets)} targets", flush=True)
    for target in targets:
        wrk(target, 1)
    rounds = [[measure(target, database_pid, SECONDS) for target in targets] for _ in range(ROUNDS)]
    costs = {
        target.name: typical(list(each))
        for target, each in zip(targets, zip(*rounds, strict=True), strict=True)
    }
    pages = [target for target in targets if target.host == HOST and target.bare]
    weights = {page.name: page_weight(page) for page in pages}
    return Report(targets, costs, weights, json.loads(manage("bench_paper")))
