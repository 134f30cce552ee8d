"""The figures for donors: right, kept, and without a small count in them."""

import csv
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO, StringIO
from itertools import product
from uuid import UUID, uuid5

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from knowledgebase.training.figures.counting import (
    BREAKDOWNS,
    HalfYear,
    count,
    keep_closed,
    shown,
)
from knowledgebase.training.models import Attempt, Completion, Enrolment
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.small_numbers import SMALLEST
from tests.factories import MunicipalityFactory
from tests.portal.people import LANGUAGES, address, make
from tests.portal.test_small_numbers import derived
from tests.training import finishing
from tests.training.factories import ProgrammePageFactory

SPRING = HalfYear(2025, 1)


def moment(month: int, day: int = 10, year: int = 2025) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def written(ground):
    return ground(finishing.programme)


@pytest.fixture
def programme(written, db):
    return deepcopy(written)


def enrol(programme, number: int, *, at: datetime | None = None, **profile) -> list[User]:
    first = 1 + max(User.objects.values_list("pk", flat=True), default=0)
    found = []
    for each in range(first, first + number):
        user = User.objects.create(email=f"p{each}@posta.al", **profile)
        Enrolment.objects.create(
            user=user, programme=programme.translation_key, joined_at=at or moment(3)
        )
        found.append(user)
    return found


def of(figures: dict, measure: str, programme) -> dict:
    return figures["measures"][measure]["programmes"][str(programme.translation_key)]


@pytest.mark.dialect
def test_each_measure_counts_who_it_happened_to_in_the_half_year(programme):
    vlora = MunicipalityFactory(name="Vlorë")
    women = enrol(programme, 6, sex="woman", municipality=vlora, organisation_kind="municipality")
    men = enrol(programme, 5, sex="man", organisation_kind="civil_society")
    enrol(programme, 3, at=moment(7, 1))
    quiz = finishing.final_test(programme).translation_key
    for user in women:
        Completion.objects.create(
            user=user, programme=programme.translation_key, completed_at=moment(5)
        )
    for user in [*women, *men]:
        for number, month in enumerate((4, 5, 8)):
            Attempt.objects.create(
                user=user,
                quiz=quiz,
                number=number,
                asked={},
                submitted_at=moment(month),
                has_passed=user in women or month == 8,
            )
    figures = count(SPRING)
    enrolled = of(figures, "enrolled", programme)
    assert enrolled["total"] == 11
    assert enrolled["breakdowns"]["sex"] == {"woman": 6, "man": 5}
    assert enrolled["breakdowns"]["municipality"] == {str(vlora.translation_key): 6, "": 5}
    assert of(figures, "completed", programme)["total"] == 6
    assert of(figures, "passed", programme)["breakdowns"]["organisation_kind"] == {
        "municipality": 6
    }
    autumn = count(HalfYear(2025, 2))
    assert of(autumn, "enrolled", programme)["total"] is None
    assert of(autumn, "passed", programme)["total"] == 5  # the others passed in spring
    assert not figures["is_demonstration"]


@pytest.mark.dialect
def test_a_half_year_is_counted_when_it_is_over_and_never_again(programme):
    enrol(programme, 6)
    assert len(keep_closed()) >= 3
    assert HalfYear.of(timezone.localdate()) not in dict(keep_closed())
    before = dict(keep_closed())[SPRING]
    User.objects.filter(email="p1@posta.al").delete()
    enrol(programme, 5)
    call_command("keep_training_figures")
    assert dict(keep_closed())[SPRING] == before


def test_a_half_year_begins_and_ends_at_midnight_here(programme):
    edge = timezone.make_aware(datetime(2025, 7, 1))
    assert SPRING.span[1] == HalfYear(2025, 2).span[0] == edge
    enrol(programme, 5, at=edge)
    assert of(count(SPRING), "enrolled", programme)["total"] is None
    assert of(count(HalfYear(2025, 2)), "enrolled", programme)["total"] == 5


def test_what_nobody_joined_looks_like_what_few_joined(programme):
    other = ProgrammePageFactory(title="Tjetri", slug="tjetri")
    enrol(programme, 3)
    enrolled = count(SPRING)["measures"]["enrolled"]
    few, none = (of({"measures": {"e": enrolled}}, "e", each) for each in (programme, other))
    assert few["total"] is none["total"] is None
    assert enrolled["together"]["total"] is None


PROGRAMMES = tuple(uuid5(UUID(int=0), name) for name in "ab")
AXES = ((1, 2), PROGRAMMES, ("woman", ""), ("municipality", "other"), ("x", "y"))
# Half-years, programmes, sexes, kinds, places: three of them with two values each.
UNIVERSES = [(2, 2, 2, 1, 1), (2, 1, 1, 2, 2), (1, 2, 1, 2, 2), (1, 1, 2, 2, 2)]


def told(world: dict) -> dict[frozenset, int]:
    """Return every figure that is published of a world, by whom it is about."""
    known: dict[frozenset, int] = {}
    for period in {atom[0] for atom in world}:
        rows = [atom[1:] for atom, n in world.items() if atom[0] == period for _ in range(n)]
        figures = shown(PROGRAMMES, rows)
        groups = {UUID(key): each for key, each in figures["programmes"].items()}
        for programme, each in [*groups.items(), (None, figures["together"])]:
            inside = [a for a in world if a[0] == period and programme in (None, a[1])]
            if each["total"] is not None:
                known[frozenset(inside)] = each["total"]
            for place, name in enumerate(BREAKDOWNS, start=2):
                for category, number in (each["breakdowns"][name] or {}).items():
                    known[frozenset(a for a in inside if a[place] == category)] = number
    return known


@pytest.mark.parametrize("universe", UNIVERSES)
@given(st.data())
@settings(deadline=None, max_examples=40)
def test_nothing_small_is_left_when_everything_is_taken_from_everything(universe, data):
    """Across half-years, programmes, all together, and every breakdown."""
    values = [axis[:size] for axis, size in zip(AXES, universe, strict=True)]
    world = {atom: data.draw(st.integers(0, 9)) for atom in product(*values)}
    assert not {who: n for who, n in derived(told(world)).items() if 0 < n < SMALLEST}


@pytest.mark.parametrize("language", LANGUAGES)
def test_coordinators_and_editors_read_it_and_take_it_away(programme, language):
    MunicipalityFactory(name="Vlorë")
    enrol(programme, 7, sex="woman")
    reader = make("k@example.com", Role.COORDINATOR)
    client, url = Client(), address("training_figures", language)
    client.force_login(reader)
    page = client.get(url).content.decode()
    words = {"sq": ("Grua: 7", "më pak se 5"), "en": ("Woman: 7", "fewer than 5")}[language]
    assert all(each in page for each in words)
    sent = b"".join(client.get(url, {"export": "csv"}).streaming_content).decode("utf-8-sig")
    lines = [*csv.reader(StringIO(sent), delimiter=";" if language == "sq" else ",")]
    book = load_workbook(BytesIO(b"".join(client.get(url, {"export": "xlsx"}).streaming_content)))
    rows = [["" if cell is None else str(cell) for cell in row] for row in book.active.values]
    assert rows == lines
    assert [row[5] for row in rows if row[4] == words[0].partition(":")[0]] == ["7"]
    assert client.get(url, {"export": "pdf"}).status_code == 404


@pytest.mark.parametrize("role", [Role.TRAINER, Role.TRANSLATOR, Role.MODERATOR, None])
def test_nobody_else_reads_it(db, role):
    client = Client()
    client.force_login(make("x@example.com", *filter(None, [role])))
    assert client.get(address("training_figures")).status_code == 404
    assert Client().get(address("training_figures")).status_code == 302


def test_people_of_the_demonstration_are_marked(programme):
    enrol(programme, 5)
    User.objects.filter(email="p2@posta.al").update(email="p2@example.org")
    client = Client()
    client.force_login(make("k@example.com", Role.EDITOR))
    assert "Të dhëna demonstrative" in client.get(address("training_figures")).content.decode()
    sent = client.get(address("training_figures"), {"export": "csv"}).streaming_content
    assert "Të dhëna demonstrative" in b"".join(sent).decode()
