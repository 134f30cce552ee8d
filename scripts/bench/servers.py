"""The servers that are measured, each for as long as a `with` block, and their CPU time."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from string import Template
from typing import NamedTuple

import psycopg
from prepare import ROOT, VENV, SetupError
from psycopg import sql

HOST = "127.0.0.1"
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


class Server(NamedTuple):
    """A running server; pid is the process that started all others of it."""

    pid: int
    port: int


@contextmanager
def database(url: str, name: str) -> Iterator[int]:
    """Make an empty database on the server at `url`, drop it afterwards.

    Yields the pid of the database server.
    """
    own = sql.Identifier(name)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(own))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(own))
        try:
            yield parent_of(connection.info.backend_pid)
        finally:
            # Not by force, which may not end the server's own cleaning.
            connection.execute(sql.SQL("DROP DATABASE {}").format(own))


@contextmanager
def gunicorn(log: Path) -> Iterator[Server]:
    """Serve the portal as in production."""
    port = free_port()
    command = [VENV / "bin" / "gunicorn", "--config=python:portal.server", "portal.wsgi"]
    with running([*command, f"--bind={HOST}:{port}"], port, log) as server:
        yield server


@contextmanager
def nginx(folder: Path) -> Iterator[Server]:
    """Serve the folder "pages" below `folder`, where its other files go too."""
    port = free_port()
    template = Template(Path(__file__).with_name("nginx.conf").read_text())
    (folder / "nginx.conf").write_text(template.substitute(port=port))
    command = ["/usr/sbin/nginx", "-p", folder, "-c", "nginx.conf", "-e", "nginx.log"]
    with running(command, port, folder / "nginx-start.log") as server:
        yield server


@contextmanager
def running(command: list[str | Path], port: int, log: Path) -> Iterator[Server]:
    """Run a server and yield it as soon as it answers."""
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output)
    try:
        wait_for(port, process, log)
        yield Server(process.pid, port)
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SetupError(f"a server did not start, see {log.relative_to(ROOT)}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def cpu_seconds(pid: int) -> float:
    """Return the CPU time of a process and of all that it started, ended ones included."""
    try:
        user_to_children = fields_of(pid)[11:15]
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    own = sum(map(int, user_to_children)) / TICKS_PER_SECOND
    return own + sum(cpu_seconds(int(child)) for child in children)


def parent_of(pid: int) -> int:
    return int(fields_of(pid)[1])


def fields_of(pid: int) -> list[str]:
    """Return the fields of /proc/PID/stat after the program's name."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
