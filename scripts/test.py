"""Runs every test: on PostgreSQL what touches the database, where "make services" runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from prepare import ROOT, VENV_PYTHON, SetupError, guarded, preparation, run_steps
from services import answers, service_settings

NO_TESTS_COLLECTED = 5


class Part(NamedTuple):
    """Tests that one run of pytest takes, and what names their database."""

    name: str
    chosen: tuple[str, ...]
    environment: dict[str, str]

    def start(self, arguments: list[str], output: IO[str] | None = None) -> subprocess.Popen[str]:
        """Start the run, which writes to the terminal or to `output`."""
        command = [str(VENV_PYTHON), "-m", "pytest", "-n", "auto", *self.chosen, *arguments]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=output, stderr=output, text=True
        )

    def run(self, arguments: list[str]) -> int:
        print(f"\nThe tests on {self.name}", flush=True)
        return self.start(arguments).wait()


def on_sqlite(*chosen: str) -> Part:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return Part("SQLite", chosen, environment)


def run_chosen(parts: list[Part], arguments: list[str]) -> int:
    """Run one part after the other, as somebody watches them; of chosen tests, one may be empty."""
    codes = {part.run(arguments) for part in parts}
    if len(codes) > 1:
        codes.discard(NO_TESTS_COLLECTED)
    return next(filter(None, codes), os.EX_OK)


def run_all(first: Part, second: Part) -> int:
    """Run both parts at once, so that one works while the other waits; show one after the other."""
    with TemporaryFile("w+") as output:
        behind = second.start([], output)
        codes = [first.run([]), behind.wait()]
        output.seek(0)
        print(f"\nThe tests on {second.name}\n{output.read()}", flush=True)
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
        return on_sqlite().run(arguments)
    sqlite = on_sqlite("-m", "dialect or not database")
    postgresql = Part("PostgreSQL", ("-m", "database"), {**os.environ, **settings})
    if arguments:
        return run_chosen([sqlite, postgresql], arguments)
    return run_all(sqlite, postgresql)


if __name__ == "__main__":
    guarded(main)
