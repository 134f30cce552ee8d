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
# The first run on PostgreSQL makes the database, the next one takes it as it is.
MADE, TAKEN = ["--reuse-db", "--create-db"], ["--reuse-db"]


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


def parts(settings: dict[str, str]) -> list[Part]:
    """Return the runs, first what measures time; `settings` name PostgreSQL where it runs."""
    servers = {**os.environ, **settings}
    sqlite = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    alone = Part(
        "a machine of their own", ("-m", "quiet", "-n", "0"), servers if settings else sqlite
    )
    if not settings:
        return [alone, Part("SQLite", ("-m", "not quiet"), sqlite)]
    return [
        alone,
        Part("SQLite", ("-m", "(dialect or not database) and not quiet"), sqlite),
        Part("PostgreSQL", ("-m", "database and not quiet"), servers),
    ]


def run_in_turn(parts: list[Part], arguments: list[str]) -> int:
    """Run one part after the other, as somebody watches them; of chosen tests, some are empty."""
    codes = {part.run(arguments) for part in parts}
    if len(codes) > 1:
        codes.discard(NO_TESTS_COLLECTED)
    return next(filter(None, codes), os.EX_OK)


def run_all(alone: Part, first: Part, second: Part) -> int:
    """Run two parts at once, so that one works while the other waits; show one after the other."""
    code = alone.run(MADE)
    with TemporaryFile("w+") as output:
        behind = second.start(TAKEN, output)
        codes = [first.run([]), behind.wait()]
        output.seek(0)
        print(f"\nThe tests on {second.name}\n{output.read()}", flush=True)
    return next(filter(None, [code, *codes]), os.EX_OK)


def main() -> int:
    arguments = sys.argv[1:]
    run_steps(preparation("dev"))
    settings = service_settings()
    has_postgresql = answers(settings.get("DATABASE_URL", ""))
    if os.environ.get("CI") == "true" and not has_postgresql:
        raise SetupError("PostgreSQL does not answer, start it first: make services")
    if not has_postgresql:
        print('PostgreSQL does not run ("make services" starts it): SQLite only')
    runs = parts(settings if has_postgresql else {})
    if arguments or not has_postgresql:
        return run_in_turn(runs, arguments)
    return run_all(*runs)


if __name__ == "__main__":
    guarded(main)
