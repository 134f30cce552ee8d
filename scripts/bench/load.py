"""Load on one address, and what a request then costs."""

from __future__ import annotations

import re
import subprocess
from statistics import median
from typing import NamedTuple

from prepare import SetupError

from bench.servers import HOST, Server, cpu_seconds


class Target(NamedTuple):
    """An address to measure, as who has the cookie; bare names the target it is compared with."""

    name: str
    server: Server
    host: str
    path: str
    bare: str = ""
    queries: int = 0
    cookie: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """What a front would send, and the browser."""
        cookie = {"Cookie": self.cookie} if self.cookie else {}
        return {"Host": self.host, "X-Forwarded-Proto": "https", **cookie}


class Cost(NamedTuple):
    """Requests a second, and milliseconds of CPU time a request."""

    rate: float
    server_ms: float
    database_ms: float


def measure(target: Target, database_pid: int, seconds: int) -> Cost:
    """Ask for the target as often as it answers."""
    pids = (target.server.pid, database_pid)
    before = [cpu_seconds(pid) for pid in pids]
    requests, rate = wrk(target, seconds)
    after = [cpu_seconds(pid) for pid in pids]
    spent = [1000 * (end - start) / requests for start, end in zip(before, after, strict=True)]
    return Cost(rate, *spent)


def wrk(target: Target, seconds: int) -> tuple[int, float]:
    """Return the number of requests answered and the number a second."""
    result = subprocess.run(
        [
            *("wrk", "--threads=1", "--connections=4", f"--duration={seconds}s"),
            *(f"--header={name}: {value}" for name, value in target.headers.items()),
            f"http://{HOST}:{target.server.port}{target.path}",
        ],
        check=False,
        capture_output=True,
        text=True,
    )
    requests = re.search(r"(\d+) requests in", result.stdout)
    rate = re.search(r"Requests/sec: +([\d.]+)", result.stdout)
    if not requests or not rate or "Non-2xx" in result.stdout:
        raise SetupError(f"{target.name} failed under load: {result.stdout}{result.stderr}")
    return int(requests[1]), float(rate[1])


def typical(costs: list[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(*map(median, zip(*costs, strict=True)))
