"""A request to a search server ends in time, says nothing to others, and is not made in vain."""

import base64
import json
import logging
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pytest
from pytest_django import Settings

from search.engines import EngineError, Question, documents
from search.engines.circuit import Circuit
from search.engines.deadline import CONNECTIONS
from search.engines.server import SEARCH_SECONDS, SLOW_SECONDS, Server
from search.find import Wanted, find
from search.models import Entry
from search.query.tree import Term
from search.tasks import send_changes
from tests.conftest import ROOT
from tests.search import servers
from tests.search.servers import NAMES, configured, real_url, write_entry

QUESTION = Question(Term("e-fshehte"), "sq")
EMPTY = json.dumps(
    {
        "timed_out": False,
        "_shards": {"failed": 0},
        "hits": {"total": {"value": 0}, "hits": []},
        "aggregations": {"found": {"labels": {"buckets": []}}},
    }
).encode()
PARTLY = EMPTY.replace(b'"failed": 0', b'"failed": 1')
LATE = EMPTY.replace(b'"timed_out": false', b'"timed_out": true')
ILL = {
    "silent": servers.silent,
    "trickling head": servers.trickling_head,
    "trickling body": servers.trickling_body,
    "error": servers.answering(500, b"{}"),
    "rejecting": servers.answering(429, b'{"error": {"type": "rejected"}}'),
    "elsewhere": servers.answering(302, b"{}"),
    "no JSON": servers.answering(200, b"<html>"),
    "no object": servers.answering(200, b"[]"),
    "another object": servers.answering(200, b'{"timed_out": false}'),
    "a part": servers.answering(200, PARTLY),
    "too late": servers.answering(200, LATE),
}


@pytest.mark.quiet
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("illness", ILL)
def test_what_is_no_answer_in_time_is_an_error(illness: str, name: str) -> None:
    with servers.peer(ILL[illness]) as url:
        start = time.monotonic()
        with pytest.raises(EngineError):
            Server(name, url, "", "x_").find(QUESTION)
        assert time.monotonic() - start < 1.5


@pytest.fixture
def heard(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Whatever any logger says at any level, those of the clients that keep apart among them."""
    caplog.set_level(logging.DEBUG)
    for name in NAMES:
        import_module(f"search.engines.{name}")
    loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict]
    apart = [logger for logger in loggers if not logger.propagate]
    for logger in apart:
        logger.addHandler(caplog.handler)
    yield caplog
    for logger in apart:
        logger.removeHandler(caplog.handler)


@pytest.mark.parametrize("name", NAMES)
def test_no_secret_is_told(
    name: str, settings: Settings, heard: pytest.LogCaptureFixture, db: None
) -> None:
    cause = {"type": "parsing_exception", "reason": "no [e-fshehte]"}
    answer = json.dumps({"error": {**cause, "root_cause": [cause]}}).encode()
    for status in (400, 401, 500):
        with servers.peer(servers.answering(status, answer)) as url:
            address = url.replace("//", "//perdorues:fjalekalim@")
            with configured(settings, name, address) as server:
                assert find(Wanted("e-fshehte", "sq")).is_fallback
                with pytest.raises(EngineError) as error:
                    server.find(QUESTION)
        told = heard.text + repr(error.value) + "".join(traceback.format_exception(error.value))
        assert f"{status} parsing_exception" in heard.text
        assert not any(secret in told for secret in ("fshehte", "perdorues", "fjalekalim"))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_and_found_is_in_no_log(
    name: str,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    heard: pytest.LogCaptureFixture,
    db: None,
) -> None:
    servers.be_patient(monkeypatch)
    with configured(settings, name, real_url(name)):
        write_entry("Fshehtësia")
        send_changes.call()
        assert not find(Wanted("fshehtesia", "sq")).is_fallback
    assert "fsheht" not in heard.text


@pytest.mark.parametrize("name", NAMES)
def test_it_is_asked_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "WRITE_SECONDS", SEARCH_SECONDS)
    answers = iter((status, b"{}", 0.0) for status in (429, 502, 503, 504) * 2)
    with servers.peer(servers.in_turn(answers)) as url:
        server = Server(name, url, "", "x_")
        for _ in range(4):
            with pytest.raises(EngineError):
                server.find(QUESTION)
        assert len(list(answers)) == 4


@pytest.mark.parametrize("name", NAMES)
def test_it_is_asked_once_where_it_hangs_up(name: str) -> None:
    taken = []
    with servers.peer(lambda connection, end: taken.append(connection)) as url:
        with pytest.raises(EngineError):
            Server(name, url, "", "x_").find(QUESTION)
        assert len(taken) == 1


@pytest.mark.quiet
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("illness", ["silent", "trickling head", "trickling body"])
def test_writing_ends_in_time(illness: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "WRITE_SECONDS", SEARCH_SECONDS)
    with servers.peer(ILL[illness]) as url:
        start = time.monotonic()
        with pytest.raises(EngineError):
            Server(name, url, "", "x_").indexes.live.put([Entry(pk=1)], [2])
        assert time.monotonic() - start < 1.5


@pytest.mark.quiet
@pytest.mark.parametrize("name", NAMES)
def test_no_thread_waits_for_another(name: str) -> None:
    with servers.peer(servers.silent) as url, ThreadPoolExecutor(3 * CONNECTIONS) as threads:
        server = Server(name, url, "", "x_")
        start = time.monotonic()
        asked = [threads.submit(server.find, QUESTION) for _ in range(3 * CONNECTIONS)]
        assert all(isinstance(each.exception(), EngineError) for each in asked)
        assert time.monotonic() - start < 2.5 * SEARCH_SECONDS


def test_only_the_configured_client_is_loaded() -> None:
    program = (
        "import django, sys; django.setup(); from search.engines import search_server;"
        "search_server(); print({'elasticsearch', 'opensearchpy'} & set(sys.modules))"
    )
    development = {"DJANGO_SETTINGS_MODULE": "portal.settings.development"}
    for engine, loaded in (("database", "set()"), ("opensearch", "{'opensearchpy'}")):
        variables = {**development, "SEARCH_ENGINE": engine, "SEARCH_URL": "http://127.0.0.1:9"}
        run = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, **variables},
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        assert run.stdout.strip() == loaded


@pytest.mark.parametrize("name", NAMES)
def test_over_tls_with_a_password(
    name: str, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, db: None
) -> None:
    servers.be_patient(monkeypatch)
    certificate = servers.make_certificate(tmp_path)
    # Of the authorities that Elasticsearch's client brings along, none is trusted.
    monkeypatch.setattr("elastic_transport._node._http_urllib3.DEFAULT_CA_CERTS", str(certificate))
    token = base64.b64encode("portal:fjalë/@:%".encode()).decode()
    with servers.gate(real_url(name), f"Basic {token}", certificate) as place:
        address = f"https://portal:fjal%C3%AB%2F%40%3A%25@{place}"
        with configured(settings, name, address, str(certificate)):
            write_entry("Strehimi")
            send_changes.call()
            found = find(Wanted("strehimi", "sq"))
            assert (found.total, found.is_fallback) == (1, False)
        for wrong, ca, reason in (
            (address, "", "SSLError|TlsError"),
            (address, str(tmp_path / "missing.pem"), "FileNotFoundError"),
            (f"https://portal:x@{place}", str(certificate), "401"),
        ):
            with configured(settings, name, wrong, ca) as server:
                assert find(Wanted("strehimi", "sq")).is_fallback
                with pytest.raises(EngineError, match=reason):
                    server.find(QUESTION)


@pytest.mark.quiet
def test_a_page_is_there_in_time_however_often_it_asks(settings: Settings, db: None) -> None:
    assert 5 * SLOW_SECONDS + SEARCH_SECONDS < 2
    settings.SEARCH_ENGINE = "database"
    write_entry("strehimi buxheti")
    slow = [(200, EMPTY, SLOW_SECONDS * 0.8)] * 3
    with servers.peer(servers.in_turn(slow)) as url, configured(settings, "opensearch", url):
        start = time.monotonic()
        found = find(Wanted("strehjmi bukheti papritur", "sq"))
        assert time.monotonic() - start < 2
    assert (found.total, found.is_fallback) == (1, True)


def test_who_was_slow_is_not_asked_again(settings: Settings, db: None) -> None:
    with (
        servers.peer(servers.answering(200, EMPTY, delay=0.4)) as url,
        configured(settings, "opensearch", url) as server,
    ):
        find(Wanted("strehimi", "sq", is_literal=True))
        assert server.circuit.is_open
        assert find(Wanted("strehimi", "sq")).is_fallback


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_circuit_pauses_ever_longer() -> None:
    clock = Clock()
    circuit = Circuit(clock)
    for pause in (10, 20, 40, 60, 60):
        assert circuit.allows()
        circuit.failed()
        clock.now += pause - 0.1
        assert not circuit.allows()
        clock.now += 0.1
    assert circuit.allows()
    assert circuit.succeeded()
    assert not circuit.succeeded()
    assert circuit.allows()
    assert circuit.allows()


def test_requests_that_fail_together_count_once() -> None:
    clock = Clock()
    circuit = Circuit(clock)
    assert [circuit.failed() for _ in range(5)] == [True, False, False, False, False]
    clock.now += 10
    assert circuit.allows()


def test_only_one_tries_after_a_pause() -> None:
    clock = Clock()
    circuit = Circuit(clock)
    circuit.failed()
    clock.now += 10
    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(lambda _: circuit.allows(), range(100))) == 1
    clock.now += 10  # it never reported
    assert circuit.allows()
