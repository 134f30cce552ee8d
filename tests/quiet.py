"""Tests that hold a deadline to its bound run alone: no worker of any run works meanwhile."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

LOCKS = Path(__file__).resolve().parent.parent / "var" / "tests"


@contextmanager
def machine(how: int) -> Iterator[None]:
    """Have the machine alone (LOCK_EX) or with others (LOCK_SH).

    Who waits for it stands in the door, so that nobody else begins.
    """
    LOCKS.mkdir(parents=True, exist_ok=True)
    with (LOCKS / "machine.lock").open("w") as held:
        with (LOCKS / "door.lock").open("w") as door:
            fcntl.flock(door, fcntl.LOCK_EX)
            fcntl.flock(held, how)
        yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup() -> Iterator[None]:
    with machine(fcntl.LOCK_SH):
        yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    with machine(fcntl.LOCK_EX if item.get_closest_marker("quiet") else fcntl.LOCK_SH):
        yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    with machine(fcntl.LOCK_SH):
        yield
