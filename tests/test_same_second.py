"""Whoever publishes source and translation in the same second: no language keeps an old figure."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction
from wagtail.actions import EditAction
from wagtail.models import Locale
from wagtail_localize.models import Translation

from portal.translation_records import publish_translation
from tests.factories import FurnitureFactory, MunicipalityFactory, ProjectPageFactory

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 5
ONE_WRITER = "SQLite lets one write at a time, and its test database is one connection's"


def at_once(*functions: Callable[[], Any]) -> list[Any]:
    """Run the functions at the same time, each in a connection and transactions of its own."""
    start = Barrier(len(functions))

    def run(function: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return function()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(functions)) as pool:
        return list(pool.map(run, functions))


def project() -> tuple[Any, list[tuple[str, str]]]:
    group = {"kind": "final", "group": "Gra", "count": 0}
    page = ProjectPageFactory(title="Nj", slug="nj", beneficiaries=[("group", group)])
    return page, [("Nj", "One"), ("nj", "one"), ("Gra", "Women")]


def furniture() -> tuple[Any, list[tuple[str, str]]]:
    line = {"name": "Linja", "number": "0"}
    row = FurnitureFactory(helplines=[("helpline", line)])
    row.save_revision().publish()
    return row, [("D&E", "D&E"), ("Linja", "The line")]


def municipality() -> tuple[Any, list[tuple[str, str]]]:
    return MunicipalityFactory(name="Vlorë"), [("Vlorë", "Vlora")]


FIGURES = {
    project: (
        lambda page, number: page.beneficiaries[0].value.update(count=number),
        lambda page: page.beneficiaries[0].value["count"],
    ),
    furniture: (
        lambda row, number: row.helplines[0].value.update(number=str(number)),
        lambda row: int(row.helplines[0].value["number"]),
    ),
    municipality: (
        lambda term, number: setattr(term, "longitude", number),
        lambda term: term.longitude,
    ),
}


def publish_source(source: Any, change: Callable, number: int) -> None:
    """Publish as an edit form does: the draft is written first, in the same transaction."""
    with transaction.atomic():
        source = type(source).objects.get(pk=source.pk)
        change(source, number)
        if hasattr(source, "live"):
            source.save_revision().publish()
        else:
            EditAction(source).execute()


def by_translator(source: Any) -> None:
    record = Translation.objects.select_related("source").get(
        source__object_id=source.translation_key
    )
    record.save_target(publish=True)


def by_synchronising(source: Any) -> None:
    """Publish as "sync translated pages" does: the source's record is written first."""
    with transaction.atomic():
        record = Translation.objects.select_related("source").get(
            source__object_id=source.translation_key
        )
        record.source.update_from_db()
        record.save_target(publish=True)


def by_row_menu(source: Any) -> None:
    english = source.get_translation(Locale.objects.get(language_code="en"))
    english.save_revision().publish()


@pytest.mark.parametrize(
    ("make", "publish_english"),
    [
        (project, by_translator),
        (project, by_row_menu),
        (project, by_synchronising),
        (furniture, by_translator),
        (municipality, by_translator),
    ],
)
def test_the_translation_has_the_figure_of_the_source(make, publish_english):
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)
    change, figure = FIGURES[make]
    source, words = make()
    publish_translation(source, Locale.objects.get(language_code="en"), words)
    kept = []
    for number in range(1, ROUNDS + 1):
        at_once(
            lambda number=number: publish_source(source, change, number),
            lambda: publish_english(source),
        )
        english = source.get_translation(Locale.objects.get(language_code="en"))
        kept.append(figure(english))
    assert kept == list(range(1, ROUNDS + 1))
