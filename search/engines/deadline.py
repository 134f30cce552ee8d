"""One deadline for the whole of an answer; urllib3 by itself only bounds the time between bytes."""

import io
import socket
import time
from http.client import HTTPResponse
from typing import Any

from urllib3 import HTTPConnectionPool, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection

# Of each pool; no server of ours has more threads.
CONNECTIONS = 10


def hurry(pool: HTTPConnectionPool, seconds: float) -> None:
    """Have a pool's requests end after so many seconds, a third of them for connecting."""
    pool.ConnectionCls = SecureConnection if pool.scheme == "https" else Connection
    pool.timeout = Timeout(total=seconds, connect=seconds / 3)
    # To wait for another thread's connection has no deadline.
    pool.block = False


class HurriedReader(io.RawIOBase):
    """Reads a socket until the time is up that one read was to take, however many it takes."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._raw = sock.makefile("rb", buffering=0)
        self._end = time.monotonic() + (sock.gettimeout() or 0)

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Read what is there; raises `TimeoutError`."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._sock.settimeout(left)
        return self._raw.readinto(buffer)

    def close(self) -> None:
        """Let go of the socket."""
        self._raw.close()
        super().close()


class HurriedResponse(HTTPResponse):
    """An answer whose head and body share one deadline."""

    def __init__(self, sock: socket.socket, *args: Any, **options: Any) -> None:
        super().__init__(sock, *args, **options)
        self.fp.close()
        self.fp = io.BufferedReader(HurriedReader(sock))


class Connection(HTTPConnection):
    response_class = HurriedResponse


class SecureConnection(HTTPSConnection):
    response_class = HurriedResponse
