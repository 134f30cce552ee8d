"""Sets the portal up and serves it on 127.0.0.1; what is already done is skipped."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
from collections.abc import Iterator

from prepare import LOGS, ROOT, VENV_PYTHON, SetupError, guarded, preparation, run_logged, run_steps

HOST = "127.0.0.1"
GRACE_SECONDS = 5


def chosen_port() -> int:
    value = os.environ.get("PORT", "8000")
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise SetupError(f"PORT must be a number from 1 to 65535, not {value!r}")
    return int(value)


def require_free_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            advice = f"choose another: make run PORT={port + 1}"
            raise SetupError(f"port {port} cannot be used: {error.strerror}, {advice}") from None


def migrate() -> str:
    output = run_logged("migrate", "manage.py", "migrate", "--noinput")
    applied = output.count("... OK")
    return f"applied {applied} migrations" if applied else "ready"


def make_demonstration() -> str:
    output = run_logged("demo", "manage.py", "demo").strip()
    # The worker would do it too, but only while somebody already reads.
    run_logged("documents", "manage.py", "worker", "--once")
    return f"\n\n{output}"


def index() -> str:
    return run_logged("search", "manage.py", "search_check").strip().splitlines()[-1]


@contextlib.contextmanager
def beside(name: str, what: str, *command: str) -> Iterator[None]:
    """Run a command of `manage.py` meanwhile; it gets no Ctrl+C but ends after the server."""
    log = LOGS / f"{name}.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [str(VENV_PYTHON), "manage.py", *command],
            cwd=ROOT,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    print(f"{what} (its log is {log.relative_to(ROOT)}).", flush=True)
    try:
        yield
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Let the process finish its task for a moment, then end it and what it started."""
    process.terminate()
    try:
        process.wait(timeout=GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)


def serve(port: int) -> int:
    os.chdir(ROOT)
    # As visitors meet it: our error pages in the browser, tracebacks in the terminal.
    os.environ.setdefault("DEBUG", "false")
    os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
    os.environ["PYTHONUNBUFFERED"] = "1"
    command = [str(VENV_PYTHON), "manage.py", "runserver", f"{HOST}:{port}"]
    print()
    with (
        beside("worker", "A worker does heavy tasks", "worker"),
        beside("clock", "A clock publishes what is scheduled", "clock"),
    ):
        print(f"\nThe portal is at http://{HOST}:{port}/ (Ctrl+C stops it).\n", flush=True)
        server = subprocess.Popen(command)
        # Ctrl+C reaches the server by itself; any other end is passed on to it.
        signal.signal(signal.SIGINT, lambda *_: None)
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: server.terminate())
        return server.wait()


def main() -> int:
    port = chosen_port()
    require_free_port(port)
    run_steps(
        [
            *preparation("base"),
            ("Database:", migrate),
            ("Demonstration:", make_demonstration),
            ("Search:", index),
        ]
    )
    return serve(port)


if __name__ == "__main__":
    guarded(main)
