"""Runs every test: on PostgreSQL what touches the database, where "make services" runs it."""

from __future__ import annotations

import os
import subprocess
import sys

from prepare import ROOT, VENV_PYTHON, SetupError, guarded, preparation, run_steps
from services import answers, service_settings

NO_TESTS_COLLECTED = 5


def pytest(environment: dict[str, str], *arguments: str) -> int:
    command = [str(VENV_PYTHON), "-m", "pytest", "-n", "auto", *arguments]
    return subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode


def run_on_sqlite(arguments: list[str], *chosen: str) -> int:
    print("\nThe tests on SQLite", flush=True)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return pytest(environment, *chosen, *arguments)


def run_on_postgresql(arguments: list[str], settings: dict[str, str]) -> int:
    print("\nThe tests on PostgreSQL", flush=True)
    return pytest({**os.environ, **settings}, "-m", "database", *arguments)


def run_on_both(arguments: list[str], settings: dict[str, str]) -> int:
    """Run on PostgreSQL what touches the database, and on SQLite the rest and what differs there.

    Of tests that were chosen, one part may be empty.
    """
    codes = {
        run_on_sqlite(arguments, "-m", "dialect or not database"),
        run_on_postgresql(arguments, settings),
    }
    if arguments and len(codes) > 1:
        codes.discard(NO_TESTS_COLLECTED)
    return next(filter(None, codes), os.EX_OK)


def main() -> int:
    arguments = sys.argv[1:]
    run_steps(preparation("dev"))
    settings = service_settings()
    has_postgresql = answers(settings.get("DATABASE_URL", ""))
    if os.environ.get("CI") == "true" and not has_postgresql:
        raise SetupError("PostgreSQL does not answer, start it first: make services")
    if not has_postgresql:
        print('PostgreSQL does not run ("make services" starts it): SQLite only')
        return run_on_sqlite(arguments)
    return run_on_both(arguments, settings)


if __name__ == "__main__":
    guarded(main)
