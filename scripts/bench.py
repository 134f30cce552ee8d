"""Measures the portal's pages beside a bare Wagtail page, an empty view and nginx."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from functools import partial
from urllib.parse import urlsplit

from bench.load import Target, measure, typical, wrk
from bench.report import Report
from bench.servers import HOST, Server, database, gunicorn, nginx
from bench.weights import body, page_weight
from prepare import ROOT, SetupError, guarded, run_logged, run_steps
from services import answers, service_settings

DATABASE = "portal_bench"
FOLDER = ROOT / "var" / "bench"
RESULT = ROOT / "var" / "bench.md"
ROUNDS, SECONDS = 3, 2
SAVED = ("Home", "Project")


def environment(url: str) -> dict[str, str]:
    """Return the settings of a production that is reached through a TLS front."""
    return {
        "DJANGO_SETTINGS_MODULE": "bench.baseline.settings",
        "PYTHONPATH": str(ROOT / "scripts"),
        "SECRET_KEY": secrets.token_urlsafe(60),
        "ALLOWED_HOSTS": f"{HOST},bare.localhost",
        "SITE_URL": f"https://{HOST}",
        "DATABASE_URL": url,
        "DEMO_PASSWORD": secrets.token_urlsafe(),
    }


def database_url() -> str:
    url = service_settings().get("DATABASE_URL", "")
    if not answers(url):
        raise SetupError("PostgreSQL does not answer, start it first: make services")
    return url


def manage(command: str, *arguments: str) -> str:
    return run_logged(f"bench-{command}", "manage.py", command, *arguments)


def quietly(command: str, *arguments: str) -> str:
    manage(command, *arguments)
    return "done"


def prepare() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "pages").mkdir(parents=True)
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


def main() -> int:
    url = database_url()
    os.environ.update(environment(urlsplit(url)._replace(path=f"/{DATABASE}").geturl()))
    with database(url, DATABASE) as database_pid:
        prepare()
        with gunicorn(FOLDER / "gunicorn.log") as portal, nginx(FOLDER) as files:
            report = run(find_targets(portal, files), database_pid)
    RESULT.write_text(str(report))
    print(f"\n{report}\nThe same is in {RESULT.relative_to(ROOT)}.")
    return os.EX_OK


if __name__ == "__main__":
    guarded(main)
