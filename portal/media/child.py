"""Runs a step of `portal.media.processing` where a hostile document can hurt nobody."""

import logging
import signal
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from portal.media.processing.problems import UNUSABLE
from portal.media.states import Processing

logger = logging.getLogger(__name__)

WALL_SECONDS = 90
EXHAUSTED = (-signal.SIGXCPU, -signal.SIGKILL)


def run_step(step: str, source: Path, folder: Path) -> Processing | None:
    """Run `step` on `source` in a process of its own; return the problem, if any.

    What the step wrote into `folder` before a problem is left there. Raises RuntimeError when the
    process does not work at all, which is no fault of the document's.
    """
    command = [sys.executable, "-m", "portal.media.processing", step, str(source), str(folder)]
    try:
        result = subprocess.run(  # noqa: S603, nothing in it comes from outside
            command,
            cwd=settings.BASE_DIR,
            env={"PYTHONUTF8": "1"},  # nothing secret
            timeout=WALL_SECONDS,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Processing.TOO_BIG
    return _problem(result)


def _problem(result: subprocess.CompletedProcess[str]) -> Processing | None:
    if result.returncode == 0:
        return None
    if result.returncode in EXHAUSTED:
        return Processing.TOO_BIG
    logger.warning("A document could not be processed: %s", result.stderr[-2000:])
    if result.returncode == UNUSABLE:
        return Processing(result.stdout.strip())
    if result.returncode < 0:  # a crash in a library
        return Processing.DAMAGED
    raise RuntimeError(f"processing ended with code {result.returncode}")
