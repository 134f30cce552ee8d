"""Steps that do not stop each other: one fails, the next is done, and the failure is told."""

import traceback
from collections.abc import Callable
from typing import Any

from django.core.management.base import CommandError, OutputWrapper


class Steps:
    """Does one step after another; `finish` raises `CommandError` with the names of the failed."""

    def __init__(self, stderr: OutputWrapper) -> None:
        self.stderr = stderr
        self.failed: list[str] = []

    def do(self, name: str, step: Callable[..., Any], *args: Any, **options: Any) -> None:
        """Call `step`; if it fails, write why."""
        try:
            step(*args, **options)
        except (Exception, SystemExit):
            self.failed.append(name)
            self.stderr.write(f"{name} failed:\n{traceback.format_exc()}")

    def finish(self) -> None:
        """Raise `CommandError` if any step failed."""
        if self.failed:
            raise CommandError(f"failed: {', '.join(self.failed)}")
