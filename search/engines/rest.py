"""JSON over HTTP, with one deadline for the whole of a request.

A handful of requests, the same on Elasticsearch and OpenSearch, need no client of theirs: each
refuses the other's server, and both only bound the time between two bytes.
"""

import io
import json
import socket
import time
from base64 import b64encode
from http.client import HTTPResponse
from typing import Any
from urllib.parse import unquote

from urllib3 import HTTPConnectionPool, Timeout, connection_from_url
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util import Url, parse_url

from search.engines.base import EngineError

CONNECTIONS = 10


class RefusedQuestionError(EngineError):
    """The server is well, and does not take this request."""


class MissingError(EngineError):
    """The server is well, and does not have what the request is about."""


ERRORS = {400: RefusedQuestionError, 404: MissingError}


class Rest:
    """A server that is asked in JSON; neither errors nor logs name its user or what was asked."""

    def __init__(self, url: str, ca: str = "") -> None:
        """Take an address, perhaps with user and password, and a file of authorities to trust."""
        address = parse_url(url)
        self._path = (address.path or "").rstrip("/")
        self._headers = _authorization(address)
        self._pool = _pool(address, ca)

    def ask(self, method: str, path: str, body: object = None, *, seconds: float) -> Any:
        """Return the answer; raises `EngineError`, at the latest after so many seconds.

        A third of them is for connecting. A body of bytes has an object on each line.
        """
        sent = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        content_type = "application/x-ndjson" if isinstance(body, bytes) else "application/json"
        try:
            response = self._pool.request(
                method,
                self._path + path,
                body=sent,
                headers={**self._headers, "Content-Type": content_type},
                timeout=Timeout(total=seconds, connect=seconds / 3),
                retries=False,
                redirect=False,
            )
            answer = response.json()
        except (HTTPError, OSError, ValueError) as error:
            raise EngineError(type(error).__name__) from error
        if response.status >= min(ERRORS):
            kind = ERRORS.get(response.status, EngineError)
            raise kind(f"{response.status} {_error_type(answer)}")
        return answer


def _authorization(address: Url) -> dict[str, str]:
    if not address.auth:
        return {}
    return {"Authorization": f"Basic {b64encode(unquote(address.auth).encode()).decode()}"}


def _pool(address: Url, ca: str) -> HTTPConnectionPool:
    is_secure = address.scheme == "https"
    options = {"ca_certs": ca} if is_secure and ca else {}
    place = address._replace(auth=None, path=None, query=None, fragment=None).url
    pool = connection_from_url(place, maxsize=CONNECTIONS, **options)
    pool.ConnectionCls = SecureConnection if is_secure else Connection
    return pool


def _error_type(answer: object) -> str:
    """Return the kind of error; its reason would quote what somebody looked for."""
    error = answer.get("error") if isinstance(answer, dict) else None
    return str(error.get("type")) if isinstance(error, dict) else ""


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
