"""Alerts: between start and end, in the words of the visitor's language, for no query more."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError

from portal.furniture.blocks import AlertBlock
from portal.furniture.models import Furniture
from portal.translation_records import publish_translation
from tests.factories import StandardPageFactory
from tests.portal.reading import read, words

START, END = datetime(2026, 3, 1, 8, tzinfo=UTC), datetime(2026, 3, 2, 8, tzinfo=UTC)
TEXTS = ("Zyra është e mbyllur.", "The office is closed.")
ALL_WORDS = [("D&E", "D&E"), TEXTS]


def alert(**values):
    now = timezone.now()
    around = {"starts_at": now - timedelta(hours=1), "ends_at": now + timedelta(hours=1)}
    return {"kind": "warning", "text": TEXTS[0], "page": None, **around, **values}


def publish_alerts(*values) -> Furniture:
    furniture = Furniture.objects.get(locale__language_code="sq")
    furniture.name = furniture.neutral_title = "D&E"
    furniture.alerts = [("alert", value) for value in values]
    furniture.save_revision().publish()
    return Furniture.objects.get(pk=furniture.pk)


def shown(url: str) -> list[str]:
    return [words(text) for text in read(url).select(".alert__text")]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (START - timedelta(seconds=1), False),
        (START, True),
        (END - timedelta(seconds=1), True),
        (END, False),
    ],
)
def test_an_alert_runs_from_its_start_until_its_end(now, expected):
    value = AlertBlock().to_python({"text": "x", "starts_at": START, "ends_at": END})
    assert value.is_running(now) is expected


def test_an_end_before_the_start_is_refused_by_its_field():
    block = AlertBlock()
    value = block.to_python({"kind": "info", "text": "x", "starts_at": END, "ends_at": START})
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)
    assert set(refused.value.block_errors) == {"ends_at"}


@pytest.mark.django_db
def test_each_language_says_it_in_its_own_words_once_they_are_there(english):
    publish_translation(publish_alerts(), english, ALL_WORDS)
    furniture = publish_alerts(alert())
    assert shown("/sq/") == [TEXTS[0]]
    assert shown("/en/") == []
    publish_translation(furniture, english, ALL_WORDS)
    assert shown("/en/") == [TEXTS[1]]
    assert shown("/en/search/") == [TEXTS[1]]


@pytest.mark.django_db
def test_without_a_translation_of_the_furniture_nothing_is_said_in_the_other_language():
    publish_alerts(alert())
    assert not Furniture.objects.filter(locale__language_code="en").exists()
    assert shown("/en/") == []


@pytest.mark.django_db
def test_what_is_over_or_not_yet_begun_is_not_shown():
    now = timezone.now()
    past = alert(text="Ishte", ends_at=now - timedelta(seconds=1))
    publish_alerts(past, alert(text="Vjen", starts_at=now + timedelta(minutes=9)))
    assert not read("/sq/").select(".alerts")


@pytest.fixture
def hours(home, english, publish):
    page = StandardPageFactory(parent=home, title="Orari", slug="orari")
    publish(publish_translation, page, english, [("Orari", "Hours"), ("orari", "hours")])
    publish(publish_translation, publish_alerts(alert(page=page)), english, ALL_WORDS)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("url", "label", "title", "link"),
    [
        ("/sq/", "Njoftime të rëndësishme", "Kujdes Fshihni Shfaqni", "/sq/orari/"),
        ("/en/", "Announcements", "Warning Hide Show", "/en/hours/"),
    ],
)
def test_it_is_a_named_region_with_a_link_in_the_visitors_language(hours, url, label, title, link):
    region = read(url).select_one(f'section.alerts[aria-label="{label}"]')
    assert words(region.summary) == title
    assert region.a["href"] == link


@pytest.mark.django_db
@pytest.mark.dialect
def test_alerts_cost_a_page_no_query(home):
    client = Client()

    def count() -> int:
        client.get("/sq/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/sq/")
        return len(queries)

    without = count()
    publish_alerts(alert(page=home), alert(), alert(kind="info"))
    assert count() == without


@pytest.mark.django_db
def test_no_cache_is_told_to_keep_a_page_beyond_its_alerts():
    publish_alerts(alert())
    response = Client().get("/sq/")
    assert not {"Cache-Control", "Expires", "Last-Modified", "ETag"} & {*response.headers}
