"""The one place where files that may be hostile are read and made: a process of its own.

It has an empty environment, no standard input, no Django, and the limits that the kernel holds.
"""

import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LAUNCHER = Path(__file__).with_name("launch.py")
EXHAUSTED = (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGXFSZ)


@dataclass(frozen=True)
class Limits:
    """Of memory (bytes of address space), of one written file (bytes), of time (seconds)."""

    memory: int
    output: int
    cpu_seconds: int
    wall_seconds: float


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit code, negative for a signal, and what it wrote."""

    code: int
    output: str
    errors: str
    is_late: bool = False

    @property
    def is_exhausted(self) -> bool:
        """Whether it needed more than it may use."""
        return self.code in EXHAUSTED


def command(module: str, arguments: tuple[str, ...], limits: Limits) -> list[str]:
    """Return the command that runs a module of ours within the limits of the kernel."""
    bounds = map(str, (limits.memory, limits.output, limits.cpu_seconds))
    return [sys.executable, "-I", "-X", "utf8", str(LAUNCHER), *bounds, module, *arguments]


def run(module: str, *arguments: str, folder: Path, limits: Limits) -> Ended:
    """Run `module` as a program in `folder`; one that does not end in time is ended."""
    try:
        done = subprocess.run(  # noqa: S603, nothing in it comes from outside
            command(module, arguments, limits),
            cwd=folder,
            env={},
            timeout=limits.wall_seconds,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Ended(-signal.SIGKILL, "", "", is_late=True)
    return Ended(done.returncode, done.stdout, done.stderr)
