"""A process that works on one queue, and outlives whatever its tasks and the database do."""

import logging
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, repeat
from multiprocessing import parent_process
from threading import Event, Thread
from typing import Any, TypeVar

from django.conf import settings
from django.db import Error, close_old_connections, connection, connections
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from django_tasks import TaskContext
from django_tasks_db.models import DBTaskResult

from portal.tasks import queue

IDLE = 1  # seconds between two looks at an empty queue
WAITS = (1, 2, 4, 8, 15)  # seconds between two questions to a database that is away
Answer = TypeVar("Answer")
logger = logging.getLogger(__name__)


class TookTooLongError(Exception):
    """Why a task was ended that ran longer than any may."""

    reason = _("It took longer than a quarter of an hour.")


class Worker:
    """Works on the tasks of one queue, one after the other."""

    def __init__(self, queue_name: str) -> None:
        """`queue_name` is one of settings.TASK_QUEUES."""
        self.queue_name = queue_name
        self.id = get_random_string(32)
        self.is_asked_to_stop = False
        self.stops_at = float("inf")

    def run(self) -> None:
        """Work until a signal asks to stop, or whoever started this process is gone."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
            signal.signal(number, self.stop)
        while self.goes_on():
            if not self.patiently(self.work_on_next):
                time.sleep(IDLE)

    def stop(self, *_signal: Any) -> None:
        """Begin nothing more; what runs may end within settings.TASK_GRACE seconds."""
        self.is_asked_to_stop = True
        self.stops_at = time.monotonic() + settings.TASK_GRACE

    def goes_on(self) -> bool:
        """Whether another task may be begun."""
        starter = parent_process()
        return not self.is_asked_to_stop and (starter is None or starter.is_alive())

    def work_on_next(self) -> bool:
        """Do the next task that is due; return whether there was one."""
        if not connection.in_atomic_block:  # as in a test
            close_old_connections()
        if not queue.due(self.queue_name).exists():
            return False
        row = queue.claim(self.queue_name, self.id)
        if row:
            self.work_on(row)
        return bool(row)

    def work_on(self, row: DBTaskResult) -> None:
        """Do a task and write down what became of it."""
        error: BaseException | None = None
        with self.held(row):
            try:
                call(row)
            except BaseException as raised:  # also one that wants to end the process
                error = raised
        # Whoever keeps a task that is written down as over would take it for somebody else's.
        if error is None:
            self.patiently(lambda: queue.succeed(row))
            return
        self.patiently(lambda: queue.fail(row, error))
        logger.error("Task %s of %s: %s", row.pk, self.queue_name, type(error).__qualname__)
        if isinstance(error, KeyboardInterrupt):
            raise error

    def patiently(self, ask: Callable[[], Answer]) -> Answer | None:
        """Return what the database answers, asking again while it is away; None when stopping."""
        for seconds in chain(WAITS, repeat(WAITS[-1])):
            try:
                return ask()
            except Error as error:
                logger.warning("%s: the database fails (%s)", self.queue_name, type(error).__name__)
                connections.close_all()
                if self.sleeps_through(seconds):
                    continue
                return None
        return None

    def sleeps_through(self, seconds: int) -> bool:
        """Sleep; return whether to go on then."""
        for _second in range(seconds):
            if not self.goes_on():
                return False
            time.sleep(1)
        return True

    @contextmanager
    def held(self, row: DBTaskResult) -> Iterator[None]:
        """Keep the task meanwhile, from a thread."""
        is_over = Event()
        keeper = Thread(target=self.keep, args=(row, is_over), daemon=True)
        keeper.start()
        try:
            yield
        finally:
            is_over.set()
            keeper.join()

    def keep(self, row: DBTaskResult, is_over: Event) -> None:
        """Renew the lease until the task is over; end this process where it must not go on."""
        begun = renewed = time.monotonic()
        while not is_over.wait(min(1, settings.TASK_LEASE / 8)):
            now = time.monotonic()
            try:
                if now > self.stops_at:
                    leave(lambda: queue.give_back(row))
                if now > begun + settings.TASK_LONGEST:
                    leave(lambda: queue.fail(row, TookTooLongError()))
                if now > renewed + settings.TASK_LEASE / 4:
                    if not queue.renew(row):  # it slept, and somebody else took it
                        leave()
                    renewed = now
                    connection.close()
            except Error:
                connection.close()


def call(row: DBTaskResult) -> None:
    """Call a task's function with what it was given."""
    task, arguments = row.task, row.args_kwargs
    result: Any = row.task_result
    context = [TaskContext(task_result=result)] if task.takes_context else []
    task.call(*context, *arguments["args"], **arguments["kwargs"])


def leave(say: Callable[[], None] | None = None) -> None:
    """End this process at once, in the middle of a task, after saying so if the database hears."""
    try:
        if say:
            say()
    finally:
        os._exit(1)
