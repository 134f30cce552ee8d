"""The button and the clock, two buttons, two clocks: a bundle is published once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from portal.accounts.roles import Role
from portal.mail.models import Mail
from portal.publishing.bundles import filling, going_live
from portal.publishing.bundles.models import Bundle, BundleItem, State
from portal.publishing.refusals import RefusedError
from tests.bundles.making import bundle_of, edited, person, seen, translated_project
from tests.test_same_second import ONE_WRITER, at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def bundle() -> Bundle:
    """A bundle that other connections see."""
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)
    return bundle_of(edited(translated_project()), by=person(Role.MODERATOR))


def by_button(bundle: Bundle) -> str:
    looked, moderator = seen(bundle), bundle.made_by
    try:
        going_live.publish(bundle=bundle, seen=looked, by=moderator)
    except RefusedError:
        return "refused"
    return "published"


def by_clock(bundle: Bundle) -> str:
    call_command("publish_scheduled", verbosity=0)
    return "clock"


def by_itself(bundle: Bundle) -> str:
    page = Page.objects.get(pk=bundle.items.get().object_id).specific
    page.latest_revision.publish(user=bundle.made_by)
    return "itself"


def publications(bundle: Bundle) -> int:
    pks = BundleItem.objects.filter(bundle=bundle).values("object_id")
    entries = PageLogEntry.objects.filter(page_id__in=pks, action="wagtail.publish")
    return entries.filter(user=bundle.made_by).count()


@pytest.mark.parametrize(
    "ways", [(by_button, by_button), (by_button, by_clock), (by_clock, by_clock)]
)
def test_a_bundle_is_published_once(bundle, ways):
    now = timezone.now()
    Bundle.objects.filter(pk=bundle.pk).update(scheduled_for=now, scheduled_by=bundle.made_by)
    answers = run(bundle, *ways)
    bundle.refresh_from_db()
    assert bundle.state == State.PUBLISHED
    assert publications(bundle) == 1
    assert answers.count("published") <= 1
    assert not Mail.objects.filter(kind="bundle_missed").exists()


def test_a_page_that_is_published_by_itself_in_the_same_second_is_published_once_or_twice(bundle):
    answers = run(bundle, by_button, by_itself)
    bundle.refresh_from_db()
    page = Page.objects.get(pk=bundle.items.get().object_id)
    assert page.live
    assert page.live_revision_id == page.latest_revision_id
    assert bundle.is_open == ("refused" in answers)


def test_a_page_is_added_to_one_of_two_bundles_at_once(bundle):
    filling.dissolve(bundle=bundle, by=bundle.made_by)
    both = [filling.make(title=title, by=bundle.made_by) for title in ("Një", "Dy")]
    page = Page.objects.get(pk=bundle.items.get().object_id).specific

    def put(into: Bundle) -> str:
        try:
            filling.add(bundle=into, things=[page], by=bundle.made_by)
        except RefusedError:
            return "refused"
        return "added"

    assert sorted(at_once(*(lambda each=each: put(each) for each in both))) == ["added", "refused"]


def run(bundle: Bundle, *ways: Callable[[Bundle], Any]) -> list[Any]:
    return at_once(*(lambda way=way: way(Bundle.objects.get(pk=bundle.pk)) for way in ways))
