"""What a search server holds follows the table of entries, and is built anew beside it."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from search.engines import documents
from search.engines.postgresql import HEADS, TABLE
from search.engines.server import Server
from search.find import Wanted, find
from search.index import outbox
from search.index import rebuild as rebuilding
from search.index.check import compare_vectors, repair_vectors
from search.index.difference import compare_documents
from search.index.rebuild import rebuild
from search.index.write import store
from search.models import Change, Entry
from search.tasks import send_changes
from tests.search.servers import NAMES, be_patient, configured, free_port, real_url, write_entry

pytestmark = pytest.mark.django_db


@pytest.fixture(params=NAMES)
def server(
    request: pytest.FixtureRequest, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Server]:
    be_patient(monkeypatch)
    with configured(settings, request.param, real_url(request.param)) as server:
        yield server


def is_equal(server: Server) -> bool:
    return not compare_documents(server.indexes.live).all


def write_some(count: int) -> list[Entry]:
    return [write_entry(f"Strehimi {number}") for number in range(count)]


def test_the_first_change_makes_the_index(server: Server, publish: Callable) -> None:
    publish(write_entry, "Strehimi")
    assert is_equal(server)
    assert not Change.objects.exists()
    assert find(Wanted("strehimi", "sq")).total == 1


def test_changes_are_sent(server: Server, publish: Callable) -> None:
    changed, removed = publish(write_some, 2)
    publish(write_entry, "Buxheti", key=changed.key)
    publish(store, {removed.owner: []})
    assert is_equal(server)
    assert [find(Wanted(text, "sq")).total for text in ("strehimi", "buxheti")] == [0, 1]


def test_what_changes_while_it_is_sent_is_sent_again(server: Server) -> None:
    entry = write_entry("Strehimi")
    send_changes.call()

    class Slow:
        """Something else writes the entry while its first form is on its way."""

        def put(self, entries: list[Entry], gone: set[int]) -> set[int]:
            if not Entry.objects.filter(digest="2").exists():
                Entry.objects.update(digest="2")
            return server.indexes.live.put(entries, gone)

    outbox.send(Slow(), [entry.pk])
    assert server.indexes.live.digests()[entry.pk] == "2"


def test_one_that_is_refused_keeps_no_other_back(
    server: Server, publish: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(documents.FIELDS, "unknown", "fragment")
    known = documents._written

    def written(entry: Entry) -> dict:
        change = known(entry)
        if not entry.fragment:
            del change["_source"]["unknown"]
        return change

    monkeypatch.setattr(documents, "_written", written)
    publish(write_entry, "Strehimi")
    broken = publish(write_entry, "Buxheti", fragment="x")
    publish(write_entry, "Trajnimi")
    assert list(Change.objects.values_list("entry_id", flat=True)) == [broken.pk]
    assert compare_documents(server.indexes.live).all == {broken.pk}
    found = find(Wanted("buxheti", "sq"))
    assert (found.total, found.is_fallback) == (1, False)


def test_more_than_fits_into_one_request(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_BYTES", 1000)
    monkeypatch.setattr(documents, "READ_AT_ONCE", 3)
    write_some(10)
    rebuild(server.indexes)
    assert is_equal(server)
    assert len(server.indexes.live.digests()) == Entry.objects.count()


def test_rebuilding_goes_on_where_it_ended(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    write_some(20)
    monkeypatch.setattr(rebuilding, "BATCH", 5)

    def interrupt(done: int, total: int) -> None:
        if done >= 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(server.indexes, interrupt)
    Entry.objects.order_by("pk")[:1].get().delete()
    write_entry("Buxheti")
    progress = []
    rebuild(server.indexes, lambda done, total: progress.append(done))
    assert progress[0] >= 9
    assert progress[-1] == Entry.objects.count()
    assert is_equal(server)


def test_the_old_index_answers_until_the_new_one_is_whole(server: Server) -> None:
    write_some(3)
    send_changes.call()
    before = server.indexes._all()

    def write(done: int, total: int) -> None:
        if done == total:
            Change.objects.all().delete()
            assert find(Wanted("strehimi", "sq")).total == 3
            assert not find(Wanted("strehimi", "sq")).is_fallback
            write_entry("Strehimi i shkruar ndërkohë")

    rebuild(server.indexes, write)
    assert is_equal(server)
    assert len(server.indexes._all()) == 1
    assert server.indexes._all() != before


def test_what_is_written_before_the_swap_is_in_the_new_index(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_some(2)
    swap = server.indexes.swap
    monkeypatch.setattr(server.indexes, "swap", lambda: (write_entry("Strehimi"), swap()))
    rebuild(server.indexes)
    assert is_equal(server)


def test_indexes_of_others_stay(server: Server, settings: Settings) -> None:
    prefix = settings.SEARCH_INDEX_PREFIX
    others = [f"{prefix}entries_of_others", f"{prefix}x_entries_12345678_1"]
    with server.client.within(30) as client:
        try:
            for name in others:
                client.indices.create(index=name)
            rebuild(server.indexes)
            server.indexes.remove()
            for name in others:
                assert name in client.indices.get_alias(index=name)
        finally:
            for name in others:
                client.indices.delete(index=name)


def test_an_index_begun_in_another_form_is_not_gone_on_with(
    server: Server, settings: Settings
) -> None:
    old = f"{settings.SEARCH_INDEX_PREFIX}entries_00000000_1"
    body = {"aliases": {f"{settings.SEARCH_INDEX_PREFIX}entries_next": {}}}
    with server.client.within(30) as client:
        client.indices.create(index=old, body=body)
    write_some(2)
    rebuild(server.indexes)
    assert old not in server.indexes._all()
    assert is_equal(server)


def test_check_finds_and_repairs(server: Server, capsys: pytest.CaptureFixture) -> None:
    call_command("search_check")
    missing, stale, kept = write_some(3)
    send_changes.call()
    live = server.indexes.live
    live.put([], [missing.pk])
    Entry.objects.filter(pk=stale.pk).update(digest="other")
    extra = Entry.objects.get(pk=kept.pk)
    extra.pk = 10**9
    live.put([extra])
    capsys.readouterr()
    different = compare_documents(live)
    assert (different.missing, different.extra, different.stale) == (
        {missing.pk},
        {10**9},
        {stale.pk},
    )
    with pytest.raises(CommandError) as error:
        call_command("search_check", "--dry-run")
    assert error.value.returncode == 1
    assert "server: 1 missing, 1 extra, 1 stale" in capsys.readouterr().out
    call_command("search_check")
    call_command("search_check", "--dry-run")
    assert is_equal(server)


def test_check_compares_the_table_with_the_pages(capsys: pytest.CaptureFixture) -> None:
    call_command("search_check")
    stale, missing = Entry.objects.order_by("pk")[:2]
    Entry.objects.filter(pk=stale.pk).update(digest="other")
    missing.delete()
    write_entry("Pa faqe")
    capsys.readouterr()
    with pytest.raises(CommandError):
        call_command("search_check", "--dry-run")
    assert "pages: 1 missing, 1 extra, 1 stale" in capsys.readouterr().out
    call_command("search_check")
    call_command("search_check", "--dry-run")
    assert not Entry.objects.filter(title="Pa faqe").exists()


@pytest.mark.parametrize("table", [TABLE, HEADS])
def test_check_writes_the_vectors_that_postgresql_lacks(
    table: str, capsys: pytest.CaptureFixture
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's triggers keep its index equal to the entries")
    call_command("search_check")
    entry = write_entry("Strehim pa vektor")
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE entry_id = %s", [entry.pk])
    different = compare_vectors()
    assert (different.missing, different.extra, different.stale) == ({entry.pk}, set(), set())
    repair_vectors(different)
    assert not compare_vectors().all
    assert find(Wanted("strehim vektor", "sq")).ids == [entry.pk]


def test_rebuild_says_how_far_it_is(server: Server, capsys: pytest.CaptureFixture) -> None:
    write_some(2)
    call_command("search_rebuild")
    total = Entry.objects.count()
    assert f"{total} of {total} entries" in capsys.readouterr().out


def test_rebuild_needs_a_server() -> None:
    with pytest.raises(CommandError, match="SEARCH_ENGINE is database"):
        call_command("search_rebuild")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", ["search_rebuild", "search_check"])
def test_commands_say_that_no_server_answers(command: str, name: str, settings: Settings) -> None:
    with (
        configured(settings, name, f"http://127.0.0.1:{free_port()}"),
        pytest.raises(CommandError, match="search server"),
    ):
        call_command(command)


def test_it_is_tried_again_by_itself(queue: None, settings: Settings, publish: Callable) -> None:
    with configured(settings, "opensearch", f"http://127.0.0.1:{free_port()}"):
        for _ in range(3):
            publish(write_entry, "Strehimi")
        waiting = DBTaskResult.objects.filter(task_path=send_changes.module_path)
        assert waiting.count() == 1
        waiting.delete()
        send_changes.call()
        send_changes.call()
        again = waiting.get()
        assert timezone.now() < again.run_after < timezone.now() + timedelta(seconds=16)
        publish(write_entry, "Strehimi")
        assert waiting.count() == 1
