"""Whatever happens to the search server: visitors find, editors save, and nothing is lost."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from home.models import HomePage
from search.engines.server import Server
from search.find import Found, Wanted, find
from search.index.difference import compare_documents
from search.models import Change
from search.tasks import send_changes
from tests.search import servers
from tests.search.servers import NAMES, OwnServer, be_patient, configured, own_server, real_url

pytestmark = [pytest.mark.django_db, pytest.mark.quiet]

ILL = {
    "silent": servers.silent,
    "trickling head": servers.trickling_head,
    "trickling body": servers.trickling_body,
    "rejecting": servers.answering(429, b'{"error": {"type": "rejected_execution_exception"}}'),
    "red": servers.answering(503, b'{"error": {"type": "search_phase_execution_exception"}}'),
}


@pytest.fixture(params=NAMES, scope="module")
def own(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    folder = tmp_path_factory.mktemp(request.param)
    with own_server(request.param, folder) as server:
        yield server


@pytest.fixture
def mortal(own: OwnServer, settings: Settings) -> Iterator[Server]:
    with configured(settings, own.name, own.url) as server:
        send_changes.call()
        yield server


@pytest.fixture(params=NAMES)
def shared(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Server]:
    with configured(settings, request.param, real_url(request.param)) as server:
        send_changes.call()
        yield server


@pytest.fixture
def rename(home: HomePage, publish: Callable) -> Callable[[str], None]:
    """A function that publishes the front page under another title, as an editor does."""

    def run(title: str) -> None:
        home.title = title
        publish(lambda: home.save_revision().publish())

    return run


def find_in_time(text: str) -> Found:
    """Find as a visitor does, within the two seconds that a page may take."""
    start = time.monotonic()
    found = find(Wanted(text, "sq"))
    assert time.monotonic() - start < 2
    return found


def visitors_find(text: str) -> None:
    """The first visitor finds it in the database, and those who follow do not wait."""
    for _ in range(3):
        found = find_in_time(text)
        assert found.total == 1
        assert found.is_fallback


@pytest.fixture
def comes_back(monkeypatch: pytest.MonkeyPatch) -> Callable[[Server], None]:
    """A function that proves that a server was told what it missed, and answers again."""

    def run(server: Server) -> None:
        send_changes.call()
        assert not Change.objects.exists()
        assert not compare_documents(server.indexes.live).all
        server.circuit.succeeded()  # its pause is over
        be_patient(monkeypatch)
        found = find(Wanted("mbijetuar", "sq"))
        assert (found.total, found.is_fallback) == (1, False)

    return run


def test_killed(own: OwnServer, mortal: Server, rename: Callable, comes_back: Callable) -> None:
    own.kill()
    try:
        assert find_in_time("kreu").is_fallback
        rename("Mbijetuar")
        visitors_find("mbijetuar")
    finally:
        own.start()
    comes_back(mortal)


def test_frozen(own: OwnServer, mortal: Server, rename: Callable, comes_back: Callable) -> None:
    with own.frozen():
        assert find_in_time("kreu").is_fallback
        rename("Mbijetuar")
        visitors_find("mbijetuar")
    comes_back(mortal)


def work() -> None:
    """Let the worker do all that is due."""
    call_command("worker", "--once")


def test_the_worker_tries_again(
    queue: None, own: OwnServer, mortal: Server, rename: Callable, comes_back: Callable
) -> None:
    with own.frozen():
        rename("Mbijetuar")
        work()
        waiting = DBTaskResult.objects.get(status="READY")
        assert timedelta(0) < waiting.run_after - timezone.now() < timedelta(seconds=16)
        assert Change.objects.exists()
    DBTaskResult.objects.filter(pk=waiting.pk).update(run_after=timezone.now())
    work()
    assert not DBTaskResult.objects.filter(status="READY").exists()
    assert not Change.objects.exists()
    comes_back(mortal)


def test_full(shared: Server, rename: Callable, comes_back: Callable) -> None:
    def block(is_full: bool | None) -> None:
        wanted = {"index.blocks.read_only_allow_delete": is_full}
        with shared.client.within(30) as client:
            client.indices.put_settings(index=shared.indexes.live._alias, body=wanted)

    block(True)
    rename("Mbijetuar")
    assert Change.objects.exists()
    found = find_in_time("mbijetuar")
    assert (found.total, found.is_fallback) == (1, False)
    block(None)
    comes_back(shared)


def test_closed(shared: Server, rename: Callable, comes_back: Callable) -> None:
    with shared.client.within(30) as client:
        client.indices.close(index=shared.indexes.live._alias)
        rename("Mbijetuar")
        visitors_find("mbijetuar")
        client.indices.open(index=shared.indexes.live._alias)
    comes_back(shared)


def test_emptied(shared: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    shared.indexes.remove()
    # Here the visitor who notices has the index built at once, in production the worker does it.
    assert find(Wanted("kreu", "sq")).is_fallback
    assert not compare_documents(shared.indexes.live).all
    be_patient(monkeypatch)
    assert not find(Wanted("kreu", "sq")).is_fallback


@pytest.mark.parametrize("name", NAMES)
def test_nobody_listens(name: str, settings: Settings, rename: Callable) -> None:
    with configured(settings, name, f"http://127.0.0.1:{servers.free_port()}"):
        rename("Mbijetuar")
        visitors_find("mbijetuar")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("illness", ILL)
def test_ill(
    illness: str, name: str, settings: Settings, rename: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Here nobody else does the sending.
    monkeypatch.setattr("search.engines.indexes.READ_SECONDS", 0.5)
    with servers.peer(ILL[illness]) as url, configured(settings, name, url) as server:
        assert find_in_time("kreu").is_fallback
        assert server.circuit.is_open
        rename("Mbijetuar")
        visitors_find("mbijetuar")
