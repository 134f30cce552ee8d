"""`manage.py worker`: does what no request waits for, each queue in a process of its own."""

import multiprocessing
import signal
import time
from argparse import ArgumentParser
from multiprocessing.context import ForkProcess
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

from portal.tasks.worker import Worker

PAUSE = 1  # seconds between two looks at the processes
LONGEST_PAUSE = 60  # seconds before a process that ends again and again is started once more


class Command(BaseCommand):
    help = (
        "Work on the queues until stopped; a queue never waits for another. SIGTERM lets what "
        "runs end; what does not end in time is taken up by the next worker."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--queue", action="append", choices=settings.TASK_QUEUES, help="only this (repeatable)"
        )
        parser.add_argument("--once", action="store_true", help="do what is due here, then end")

    def handle(self, *, queue: list[str] | None, once: bool, **options: Any) -> None:
        queues = queue or settings.TASK_QUEUES
        if once:
            work_off(queues)
            return
        self.is_asked_to_stop = False
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
            signal.signal(number, self.stop)
        connections.close_all()  # a connection is of one process
        self.stdout.write(f"working on {', '.join(queues)}")
        processes = [Kept(name) for name in queues]
        while not self.is_asked_to_stop:
            for process in processes:
                process.look_after()
            time.sleep(PAUSE)
        for process in processes:
            process.ask_to_stop()
        for process in processes:
            process.end()

    def stop(self, *_signal: Any) -> None:
        """Stop after the present look."""
        self.is_asked_to_stop = True


def work_off(queues: list[str]) -> None:
    """Do all that is due in these queues, in this process."""
    for name in queues:
        worker = Worker(name)
        while worker.work_on_next():
            pass


class Kept:
    """The process of a queue, started again whenever it ends."""

    def __init__(self, queue_name: str) -> None:
        self.queue_name = queue_name
        self.process: ForkProcess | None = None
        self.started_at = 0.0
        self.pause = PAUSE

    def look_after(self) -> None:
        """Start the process where there is none; later and later where it does not stay."""
        if self.process and self.process.is_alive():
            return
        lived = time.monotonic() - self.started_at
        if self.process and lived < self.pause:
            return
        self.pause = PAUSE if lived > LONGEST_PAUSE else min(2 * self.pause, LONGEST_PAUSE)
        self.started_at = time.monotonic()
        # A fork shares the memory of what is loaded; nothing here has threads or connections.
        run = Worker(self.queue_name).run
        self.process = multiprocessing.get_context("fork").Process(target=run)
        self.process.start()

    def ask_to_stop(self) -> None:
        """Pass the signal on."""
        if self.process and self.process.is_alive():
            self.process.terminate()

    def end(self) -> None:
        """Wait for the process, which ends itself in time; kill one that does not."""
        if self.process:
            self.process.join(settings.TASK_GRACE + 5)
            self.process.kill()
