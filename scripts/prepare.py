"""Prepares what every command needs: virtual environment, requirements, compiled messages."""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
LOGS = ROOT / "var" / "log"
# In the environment itself, so that it goes when the environment goes.
STAMP = VENV / "requirements.sha256"

# The development requirements contain the others.
SATISFIED_BY = {"base": ("base", "dev"), "dev": ("dev",)}
SPACE_IN_MB = {"base": 500, "dev": 1000}

CAUSES = (
    ("No space left on device", "the disk is full"),
    ("database or disk is full", "the disk is full"),
    ("DO NOT MATCH THE HASHES", "a downloaded package does not match its recorded hash"),
    ("connection broken by", "the package index cannot be reached, is there a network?"),
    ("No matching distribution found", "the package index does not have a pinned version"),
)

Step = tuple[str, Callable[[], str]]


class SetupError(Exception):
    """A failure to be told in one line."""


def run_steps(steps: Sequence[Step]) -> None:
    """Run each named step, printing its number, name and the note it returns."""
    for number, (name, action) in enumerate(steps, start=1):
        print(f"[{number}/{len(steps)}] {name}", end=" ", flush=True)
        try:
            print(action(), flush=True)
        except BaseException:
            print(flush=True)
            raise


def preparation(requirements: str) -> list[Step]:
    """Return the steps that every command begins with; requirements is "base" or "dev"."""
    return [
        ("Virtual environment:", create_environment),
        ("Dependencies:", partial(install, requirements)),
        ("Messages:", compile_messages),
    ]


def create_environment() -> str:
    _require_space(100)
    if _works(VENV_PYTHON, "-m", "pip", "--version"):
        return "ready"
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupError("Python's venv module is missing, install it: apt install python3-venv")
    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=True)
    except subprocess.CalledProcessError as error:
        cause = _cause(error.output.decode())
        raise SetupError(f"Python could not create .venv: {cause}") from None
    return "created in .venv"


def install(requirements: str) -> str:
    path = _requirements_file(requirements)
    if STAMP.exists() and STAMP.read_text() in map(_digest, SATISFIED_BY[requirements]):
        return "ready"
    _require_space(SPACE_IN_MB[requirements])
    count = sum("==" in line for line in path.read_text().splitlines())
    print(f"installing {count} packages, once ...", end=" ", flush=True)
    pip = ("-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--require-hashes")
    run_logged("pip", *pip, "--progress-bar=off", "-r", str(path))
    STAMP.write_text(_digest(requirements))
    return "done"


def compile_messages() -> str:
    if not any(map(_is_stale, (ROOT / "locale").glob("**/LC_MESSAGES/*.po"))):
        return "ready"
    return run_logged("messages", "-m", "portal.messages").strip()


def run_logged(log_name: str, *arguments: str) -> str:
    """Run the environment's Python and return what it printed, also kept in var/log.

    Raises SetupError with the cause in one line when it fails.
    """
    log = LOGS / f"{log_name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as output:
        command = [str(VENV_PYTHON), *arguments]
        result = subprocess.run(command, check=False, cwd=ROOT, stdout=output, stderr=output)
    text = log.read_text(errors="replace")
    if result.returncode:
        raise SetupError(f"{_cause(text)} (all of it is in {log.relative_to(ROOT)})")
    return text


def guarded(main: Callable[[], int]) -> None:
    """Run main and exit with its code; a known failure is one line and code 1."""
    try:
        sys.exit(main())
    except SetupError as error:
        sys.exit(f"Error: {error}")
    except OSError as error:
        full = error.errno == errno.ENOSPC
        sys.exit("Error: the disk is full" if full else f"Error: {error}")
    except KeyboardInterrupt:
        sys.exit(130)


def _works(*command: str | Path) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def _requirements_file(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.txt"


def _digest(requirements: str) -> str:
    return hashlib.sha256(_requirements_file(requirements).read_bytes()).hexdigest()


def _require_space(megabytes: int) -> None:
    free = shutil.disk_usage(ROOT).free // 1_000_000
    if free < megabytes:
        raise SetupError(f"the disk is full: {megabytes} MB are needed, {free} MB are free")


def _cause(output: str) -> str:
    for marker, cause in CAUSES:
        if marker in output:
            return cause
    lines = output.strip().splitlines() or ["it stopped without a word"]
    return lines[-1].strip()


def main() -> int:
    run_steps(preparation("dev"))
    return os.EX_OK


if __name__ == "__main__":
    guarded(main)
