"""Runs every check that needs no test: all of them, even after a failure."""

from __future__ import annotations

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from prepare import ROOT, VENV, guarded, preparation, run_steps

# Stand-ins only: the check reads the settings, it connects to nothing.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "portal.example.org",
    "SITE_URL": "https://portal.example.org",
    "DATABASE_URL": "postgres://portal:portal@127.0.0.1:9/portal",
    "EMAIL_URL": "smtp://127.0.0.1:25",
}


class Check(NamedTuple):
    """A command line whose exit code decides."""

    name: str
    command: str
    settings: dict[str, str] | None = None


class Outcome(NamedTuple):
    """How a check ended; duration in seconds."""

    check: Check
    passed: bool
    output: str
    duration: float


CHECKS = (
    Check("lint", "ruff check ."),
    Check("format", "ruff format --check ."),
    Check("types", "mypy ."),
    Check("import contracts", "lint-imports --no-logo"),
    Check("migrations", "python manage.py makemigrations --check --dry-run"),
    Check("messages", "python manage.py messages --check"),
    Check("personal data", "python manage.py personal_data_inventory --check"),
    Check("deployment", "python manage.py check --deploy --fail-level WARNING", PRODUCTION),
    Check("templates", "djlint . --profile=jinja --lint --quiet"),
)


def run(check: Check) -> Outcome:
    program, *arguments = check.command.split()
    started = time.monotonic()
    result = subprocess.run(
        [VENV / "bin" / program, *arguments],
        check=False,
        cwd=ROOT,
        env={**os.environ, **(check.settings or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    duration = time.monotonic() - started
    return Outcome(check, result.returncode == 0, result.stdout.strip(), duration)


def report(outcome: Outcome) -> None:
    mark = "✓" if outcome.passed else "✗"
    print(f"{mark} {outcome.check.name:<18} {outcome.duration:5.1f} s", flush=True)
    if not outcome.passed:
        print(f"  $ {outcome.check.command}\n{outcome.output}\n", flush=True)


def main() -> int:
    run_steps(preparation("dev"))
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as executor:
        outcomes = []
        for outcome in executor.map(run, CHECKS):
            report(outcome)
            outcomes.append(outcome)
    failed = [outcome.check.name for outcome in outcomes if not outcome.passed]
    print(f"{len(failed)} of {len(CHECKS)} failed: {', '.join(failed)}" if failed else "All passed")
    return 1 if failed else os.EX_OK


if __name__ == "__main__":
    guarded(main)
