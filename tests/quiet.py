"""Tests that hold a deadline to its bound run alone: no worker of any run works meanwhile."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO

import pytest

LOCKS = Path(__file__).resolve().parent.parent / "var" / "tests"


@cache
def lock(name: str) -> IO[str]:
    LOCKS.mkdir(parents=True, exist_ok=True)
    return (LOCKS / f"{name}.lock").open("w")


@contextmanager
def machine(how: int) -> Iterator[None]:
    """Have the machine alone (LOCK_EX) or with others (LOCK_SH).

    Who waits for it stands in the door, so that nobody else begins meanwhile.
    """
    fcntl.flock(lock("door"), fcntl.LOCK_EX)
    fcntl.flock(lock("machine"), how)
    fcntl.flock(lock("door"), fcntl.LOCK_UN)
    try:
        yield
    finally:
        fcntl.flock(lock("machine"), fcntl.LOCK_UN)


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
