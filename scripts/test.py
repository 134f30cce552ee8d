"""Runs the tests on SQLite and then, when "make services" runs it, on PostgreSQL."""

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


def run_on_sqlite(arguments: list[str]) -> int:
    print("\nThe tests on SQLite", flush=True)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return pytest(environment, *arguments)


def run_on_postgresql(arguments: list[str], settings: dict[str, str]) -> int:
    print("\nThe tests on PostgreSQL", flush=True)
    code = pytest({**os.environ, **settings}, "-m", "not browser", *arguments)
    chosen_are_browser_tests = bool(arguments) and code == NO_TESTS_COLLECTED
    return os.EX_OK if chosen_are_browser_tests else code


def main() -> int:
    arguments = sys.argv[1:]
    run_steps(preparation("dev"))
    settings = service_settings()
    has_postgresql = answers(settings.get("DATABASE_URL", ""))
    if os.environ.get("CI") == "true" and not has_postgresql:
        raise SetupError("PostgreSQL does not answer, start it first: make services")
    if not has_postgresql:
        print('PostgreSQL does not run ("make services" starts it): SQLite only')
    code = run_on_sqlite(arguments)
    if code or not has_postgresql:
        return code
    return run_on_postgresql(arguments, settings)


if __name__ == "__main__":
    guarded(main)
