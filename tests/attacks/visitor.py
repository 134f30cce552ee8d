"""Somebody with a browser and an address of their own."""

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse, HTTPSConnection
from typing import NamedTuple
from urllib.parse import urlencode

HOST = "127.0.0.1"
# Nobody waits longer for a page, on however slow a machine.
PATIENCE = 30


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


def unverified() -> ssl.SSLContext:
    """Return a context that takes the test's certificate."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


class Visitor:
    """Asks the front by TLS from `address`."""

    def __init__(self, port: int, address: str) -> None:
        self.port, self.address, self.cookies = port, address, dict[str, str]()

    def get(self, path: str, **headers: str) -> Answer:
        """Read a page."""
        return self._ask("GET", path, None, headers)

    def post(self, path: str, headers: dict[str, str] | None = None, **fields: str) -> Answer:
        """Send a form."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(fields), kind | (headers or {}))

    def send_form_of(
        self, path: str, headers: dict[str, str] | None = None, **fields: str
    ) -> Answer:
        """Read a page, then send its form with its token."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get(path).text)
        assert token
        return self.post(path, headers, csrfmiddlewaretoken=token[1], **fields)

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        source = (self.address, 0)
        connection = HTTPSConnection(
            HOST, self.port, timeout=PATIENCE, source_address=source, context=unverified()
        )
        referer = {"Referer": f"https://{HOST}:{self.port}/"}
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body, {"Cookie": cookie} | referer | headers)
            return self._read(connection.getresponse())
        finally:
            connection.close()

    def _read(self, response: HTTPResponse) -> Answer:
        for line in response.headers.get_all("Set-Cookie") or []:
            name, _equals, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        text = response.read().decode(errors="replace")
        return Answer(response.status, dict(response.headers), text)

    @contextmanager
    def connected(self) -> Iterator[ssl.SSLSocket]:
        """Lend an open connection."""
        with (
            socket.create_connection(
                (HOST, self.port), timeout=PATIENCE, source_address=(self.address, 0)
            ) as plain,
            unverified().wrap_socket(plain) as connection,
        ):
            yield connection
