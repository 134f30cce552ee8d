"""Tests that hold a deadline to its bound run alone: no worker of any run works meanwhile."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO

import pytest

LOCKS = Path(__file__).resolve().parent.parent / "var" / "tests"
ALONE = pytest.StashKey[bool]()


@cache
def lock(name: str) -> IO[str]:
    LOCKS.mkdir(parents=True, exist_ok=True)
    return (LOCKS / f"{name}.lock").open("w")


def take_machine(how: int) -> None:
    """Have the machine alone (LOCK_EX) or with others (LOCK_SH).

    Who waits for it stands in the door, so that nobody else begins meanwhile.
    """
    fcntl.flock(lock("door"), fcntl.LOCK_EX)
    fcntl.flock(lock("machine"), how)
    fcntl.flock(lock("door"), fcntl.LOCK_UN)


def leave_machine() -> None:
    fcntl.flock(lock("machine"), fcntl.LOCK_UN)


@contextmanager
def machine(config: pytest.Config) -> Iterator[None]:
    """Share the machine with others, unless the worker has it alone since an earlier test."""
    if config.stash.get(ALONE, False):
        yield
        return
    take_machine(fcntl.LOCK_SH)
    try:
        yield
    finally:
        leave_machine()


def is_quiet(item: pytest.Item | None) -> bool:
    return bool(item and item.get_closest_marker("quiet"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    with machine(item.config):
        yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    if is_quiet(item) and not item.config.stash.get(ALONE, False):
        take_machine(fcntl.LOCK_EX)
        item.config.stash[ALONE] = True
    with machine(item.config):
        yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Leave the machine to the others after the last of the quiet tests that follow each other.

    Each time that somebody wants it alone, all workers wait for the longest test that runs.
    """
    try:
        with machine(item.config):
            yield
    finally:
        if item.config.stash.get(ALONE, False) and not is_quiet(nextitem):
            item.config.stash[ALONE] = False
            leave_machine()
