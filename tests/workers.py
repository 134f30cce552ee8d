"""Workers in processes of their own, and a table for the effects of their tasks."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent

WITHIN = 60  # seconds


@pytest.fixture
def effect(db: None) -> Iterator[None]:
    say("CREATE TABLE effect (text varchar(50))")
    yield
    say("DROP TABLE effect")


def say(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def shared_database(transactional_db, tmp_path) -> dict[str, str]:
    """A database that other processes reach; returns the variables that name it to them."""
    settings = connection.settings_dict
    if connection.vendor == "postgresql":
        place = "{HOST}:{PORT}/{NAME}".format(**settings)
        return {"DATABASE_URL": "postgres://{USER}:{PASSWORD}@".format(**settings) + place}
    file = tmp_path / "db.sqlite3"
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
    settings["NAME"] = str(file)
    connection.close()
    return {"DATABASE_URL": f"sqlite:///{file}", "WORKER_DATABASE": str(file)}


@pytest.fixture
def start_worker(shared_database, queue, effect, tmp_path) -> Iterator[Callable]:
    """A function that starts `manage.py worker` in a group of processes of its own."""
    started = []
    environment = {"DJANGO_SETTINGS_MODULE": "tests.tasks.settings", "PYTHONPATH": "scripts"}

    def start(*queues: str) -> subprocess.Popen:
        chosen = [word for name in queues for word in ("--queue", name)]
        with (tmp_path / "worker.log").open("a") as log:
            process = subprocess.Popen(
                [sys.executable, "manage.py", "worker", *chosen],
                cwd=ROOT,
                env=os.environ | shared_database | environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        started.append(process)
        return process

    yield start
    for process in started:
        kill(process)
    print((tmp_path / "worker.log").read_text())  # noqa: T201, shown where a test fails


def kill(process: subprocess.Popen) -> None:
    """Kill a worker with all its processes, as a machine that loses its power does."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def until(is_so: Callable[[], object]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + WITHIN
    while not is_so():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.1)
