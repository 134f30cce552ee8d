"""A portal of its own for the browser: real migrations, the demonstration, a server, a worker.

As a program it builds one in the folder named, while the tests cannot begin yet (.ci/run).
"""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent.parent
HOST = "127.0.0.1"
STARTS_WITHIN = 60  # seconds
MIGRATED = "migrated.sqlite3"  # in its folder, the database as it was before the demonstration
STEPS = (
    ("demo",),
    ("worker", "--once"),
    ("shell", "--no-imports", "-c", "from tests.browser.content import make_pages; make_pages()"),
)


def built_once(folder: Path, migrated: Path) -> Path:
    """Return `folder` with a portal's database and files in it; whoever comes first makes them.

    `migrated` is a database to begin with, if it is there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done = folder / "done"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            if migrated.exists():
                shutil.copy(migrated, folder / "db.sqlite3")
            build(folder)
            done.touch()
    return folder


def build(folder: Path) -> None:
    """Fill an empty database from zero."""
    manage(folder, "migrate", "--noinput")
    shutil.copy(folder / "db.sqlite3", folder / MIGRATED)
    for step in STEPS:
        manage(folder, *step)


def manage(folder: Path, *command: str) -> None:
    """Run a command of `manage.py` on the portal in `folder`."""
    result = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"manage.py {command[0]}:\n{result.stdout}{result.stderr}"


def environment(folder: Path, port: int = 8000) -> dict[str, str]:
    """Return the environment of a process that works on the portal in `folder`."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "BROWSER_SITE": str(folder),
        "SITE_URL": "",
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }


@contextmanager
def served(built: Path, folder: Path) -> Iterator[str]:
    """Serve a copy of the portal in `built`, kept in `folder`; yield its address."""
    shutil.copytree(built, folder)
    port = free_port()
    serve = ("runserver", "--noreload", f"{HOST}:{port}")
    work = ("worker",)
    with running(serve, folder, port) as server, running(work, folder, port):
        wait_for(f"http://{HOST}:{port}/robots.txt", server, log_of(serve, folder))
        yield f"http://{HOST}:{port}"


@contextmanager
def running(command: tuple[str, ...], folder: Path, port: int) -> Iterator[subprocess.Popen]:
    """Run a command of `manage.py` on the portal in `folder` meanwhile."""
    with (
        log_of(command, folder).open("w") as output,
        subprocess.Popen(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=environment(folder, port),
            stdout=output,
            stderr=output,
        ) as process,
    ):
        try:
            yield process
        finally:
            process.terminate()


def log_of(command: tuple[str, ...], folder: Path) -> Path:
    """Return where a command writes what it says."""
    return folder / f"{command[0]}.log"


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    """Return as soon as `server` answers; fail with its log if it ends or takes too long."""
    deadline = time.monotonic() + STARTS_WITHIN
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"the server did not start:\n{log.read_text()}")


if __name__ == "__main__":
    named = Path(sys.argv[1]).resolve()
    shutil.rmtree(named, ignore_errors=True)
    built_once(named, migrated=named / "none")
