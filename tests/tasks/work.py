"""Tasks with an effect that can be counted, and some that are ill."""

import os
import signal
import time

from django.db import connection, transaction
from django_tasks import task

from portal.tasks.once import once


class PoisonError(Exception):
    def __repr__(self) -> str:
        raise RuntimeError

    __str__ = __repr__


def note(text: str) -> None:
    """Leave an effect."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO effect VALUES (%s)", [text])


def effects() -> list[str]:
    """Return all effects."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM effect ORDER BY text")
        return [text for (text,) in cursor.fetchall()]


@task(backend="background", queue_name="people")
def add(number: int) -> None:
    """Take long enough to be killed before the effect, and after it."""
    time.sleep(0.02)
    with transaction.atomic():
        if once(f"test {number}"):
            note(str(number))
    time.sleep(0.02)


@task(backend="background", queue_name="documents")
def kill_the_worker() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@task(backend="background", queue_name="documents")
def wait_for(text: str) -> None:
    """Hold the queue until another one has had this effect."""
    note(f"waits for {text}")
    while text not in effects():
        time.sleep(0.1)
    note(f"saw {text}")


@task(backend="background", queue_name="mail")
def say(text: str) -> None:
    note(text)


@task(backend="background", queue_name="people")
def fail(kind: str) -> None:
    if kind == "exit":
        raise SystemExit(1)
    if kind == "repr":
        raise PoisonError
    address = "@".join(("ana", "example.org"))  # lines of the program are kept, values are not
    if kind == "name":
        open(f"\udcff\0{address}")  # noqa: SIM115
    raise ValueError(f"\0 \udcff {address}")


@task(backend="background", queue_name="people", takes_context=True)
def second_try(context) -> None:
    if context.attempt == 1:
        raise OSError
    note("second")
