"""What happens by the clock: schedules and the nightly work; one failure does not stop the rest."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from portal import daily
from portal.management.commands import clock
from portal.translation_records import publish_translation
from tests.factories import StandardPageFactory
from tests.knowledgebase.factories import GlossaryTermFactory


def later(row, **changes):
    """Save a draft that is to be published in an hour."""
    for name, value in changes.items():
        setattr(row, name, value)
    row.go_live_at = timezone.now() + timedelta(hours=1)
    row.save_revision().publish()
    row.refresh_from_db()
    return row


def an_hour_passes(row) -> None:
    revision = row.scheduled_revision
    past = timezone.now() - timedelta(minutes=1)
    revision.approved_go_live_at = past
    revision.content["go_live_at"] = past.isoformat()
    revision.save()


def run() -> str:
    output = StringIO()
    call_command("publish_scheduled", stdout=output, stderr=output)
    return output.getvalue()


@pytest.mark.parametrize("factory", [StandardPageFactory, GlossaryTermFactory])
def test_what_is_scheduled_goes_live_on_its_day_and_leaves_on_its_last(factory, home):
    row = factory()
    row.unpublish()
    row.refresh_from_db()
    later(row)
    run()
    row.refresh_from_db()
    assert not row.live
    an_hour_passes(row)
    run()
    row.refresh_from_db()
    assert row.live
    assert not row.revisions.filter(approved_go_live_at__isnull=False).exists()
    type(row).objects.filter(pk=row.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    run()
    row.refresh_from_db()
    assert not row.live
    assert row.expired


@pytest.fixture
def unfinished(home, english, publish):
    """An English page whose day came while its source has new words."""
    source = StandardPageFactory(title="Faqja", slug="faqja")
    publish(publish_translation, source, english, [("Faqja", "The page"), ("faqja", "the-page")])
    page = source.get_translation(english)
    page.title = "The page as it should become"
    later(page)
    source.title = "Faqja e re"
    source.save_revision().publish()
    page.refresh_from_db()
    an_hour_passes(page)
    return page


def test_what_lacks_words_waits_and_says_why_while_the_others_go(
    unfinished, home, admin, admin_client
):
    other = later(StandardPageFactory(live=False))
    an_hour_passes(other)
    assert "waits: The page as it should become: 1 te" in run()
    unfinished.refresh_from_db()
    other.refresh_from_db()
    assert unfinished.title == "The page"
    assert other.live
    answer = admin_client.get(reverse("wagtailadmin_pages:edit", args=[unfinished.pk]))
    assert ": 1 te" in answer.content.decode()


def test_a_page_that_cannot_be_published_is_named_and_the_others_go(home, monkeypatch):
    broken, other = (later(StandardPageFactory(live=False)) for _ in range(2))
    for page in (broken, other):
        an_hour_passes(page)
    publish = type(broken).publish

    def fail(self, *args, **kwargs):
        if self.pk == broken.pk:
            raise RuntimeError("the disk is full")
        publish(self, *args, **kwargs)

    monkeypatch.setattr(type(broken), "publish", fail)
    with pytest.raises(CommandError, match=broken.title):
        run()
    other.refresh_from_db()
    assert other.live


def test_a_nightly_step_that_fails_is_named_and_the_others_are_done(db, monkeypatch):
    monkeypatch.setattr(daily, "COMMANDS", ("no_such_command", "clearsessions"))
    output, errors = StringIO(), StringIO()
    with pytest.raises(CommandError, match="failed: no_such_command"):
        call_command("daily", stdout=output, stderr=errors)
    assert "clearsessions:" in output.getvalue()
    assert "search_check:" in output.getvalue()
    assert "Unknown command" in errors.getvalue()


def test_the_nightly_work_may_be_done_twice(home):
    for _night in range(2):
        output = StringIO()
        call_command("daily", stdout=output)
        assert "forget_tasks:\n0 tasks and 0 keys deleted\n  done\n" in output.getvalue()
        assert "clearsessions:\n  done\n" in output.getvalue()


def test_the_clock_publishes_each_minute_and_works_each_night(monkeypatch):
    calls, minutes = [], iter(range(3))
    days = iter([1, 1, 1, 2])  # the third minute begins another day

    def sleep(seconds):
        assert seconds == 60
        if next(minutes, None) is None:
            raise KeyboardInterrupt

    def call(name, **options):
        calls.append(name)
        raise RuntimeError("does not stop it")

    monkeypatch.setattr(clock.time, "sleep", sleep)
    monkeypatch.setattr(clock, "close_old_connections", lambda: None)
    monkeypatch.setattr(clock, "working_day", lambda: next(days))
    monkeypatch.setattr(clock, "call_command", call)
    with pytest.raises(KeyboardInterrupt):
        call_command("clock", stderr=StringIO())
    assert calls == [*["publish_scheduled", "delete_leftovers"] * 3, "daily"]
