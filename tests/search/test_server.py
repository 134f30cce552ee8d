"""Both search servers find what the database finds, in the same order and number."""

import datetime
import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pytest_django import Settings

from search import engines
from search.engines import Answer, Order, Question, database_engine, waiting
from search.engines.server import Server
from search.find import FACETS, Wanted, find
from search.index.write import store
from search.models import Change, Entry
from search.query.parse import parse
from search.query.tree import AnyOf, Phrase, Term, any_of
from search.tasks import send_changes
from tests.search.servers import NAMES, be_patient, configured, real_url, write_entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_words")]

TEXTS = (
    "Strehimi i të mbijetuarave të dhunës në familje",
    "Plani social vendor i bashkisë për integrimin socio-ekonomik",
    "Këshilli bashkiak miratoi buxhetin për shërbimet e mbrojtjes",
    "Trajnimi i punonjësve socialë mbi menaxhimin e rastit",
    "Urdhri i mbrojtjes dhe mekanizmi i koordinuar i referimit",
)
QUERIES = (
    "bashkive",
    "dhune ne familje",
    '"plani social vendor"',
    '"social plani"',
    "strehimi buxheti trajnimi",
    "mbrojtje",
    "qytetit",
    "women survivors",
    "asgjëfare",
)
CHOICES = (
    {},
    {"municipality": frozenset({"m3"})},
    {"municipality": frozenset({"m3", "m4"}), "theme": frozenset({"t1"})},
    {"kind": frozenset({"project"}), "year": frozenset({"2021", "2022"})},
    {"theme": frozenset({"unheard-of"})},
)


@pytest.fixture(params=NAMES)
def server(
    request: pytest.FixtureRequest, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Server]:
    be_patient(monkeypatch)
    with configured(settings, request.param, real_url(request.param)) as server:
        yield server


@pytest.fixture
def corpus(server: Server) -> None:
    """Sixty pages with different texts, labels and days, for visitors of two languages."""
    for number in range(60):
        text = TEXTS[number % len(TEXTS)]
        write_entry(
            f"{text.split()[number % 4]} qyteti {number}",
            f"{text}. {text if number % 3 else TEXTS[number % 4]}",
            kind="project" if number % 4 else "page",
            labels=[("municipality", f"m{number % 14}"), ("theme", f"t{number % 3}")],
            date=datetime.date(2019 + number % 5, 1 + number % 12, 3) if number % 7 else None,
        )
    write_entry("Women survivors of violence", "The municipality's plan", language="en")
    write_entry("Only for English readers", "bashkia", language="en", audience="en")
    send_changes.call()


def both(server: Server, question: Question) -> tuple[Answer, Answer]:
    return server.find(question), database_engine().find(question)


def test_all_words(server: Server, corpus: None) -> None:
    for text, chosen in itertools.product(QUERIES, CHOICES):
        node = parse(text, "sq").node
        question = Question(node, "sq", chosen, counted=FACETS, size=100)
        ours, theirs = both(server, question)
        assert sorted(ours.ids) == sorted(theirs.ids)
        assert (ours.total, ours.counts) == (theirs.total, theirs.counts)


def test_any_word(server: Server, corpus: None) -> None:
    for text in QUERIES:
        parts = parse(text, "sq").parts
        weights = {part: 1.0 + number for number, part in enumerate(parts)}
        ours, theirs = both(server, Question(any_of(parts), "sq", weights=weights, size=100))
        assert sorted(ours.ids) == sorted(theirs.ids)
        assert ours.total == theirs.total


def test_what_was_typed_comes_before_other_ways_to_say_it(server: Server) -> None:
    for _number in range(3):
        write_entry("Teatri veror", "Teatri veror")
    typed = write_entry("Diçka", "Tjetër. " * 20 + "Amfiteatri.")
    send_changes.call()
    ways = Term("amfiteatr"), Phrase(("teatr", "veror"))
    question = Question(AnyOf(ways), "sq", typed=ways[0])
    for answer in both(server, question):
        assert (answer.ids[0], answer.total) == (typed.pk, 4)


def test_who_has_more_parts_comes_first(server: Server) -> None:
    write_entry("strehim strehim strehim", "strehim " * 30)
    more = write_entry("Diçka tjetër", "strehim dhe buxhet")
    send_changes.call()
    parts = parse("strehim buxhet", "sq").parts
    question = Question(any_of(parts), "sq", weights=dict.fromkeys(parts, 1.0))
    assert server.find(question).ids[0] == more.pk


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
def test_by_day_page_by_page(order: Order, server: Server, corpus: None) -> None:
    node = parse("qyteti", "sq").node
    pages = []
    for first in (0, 25, 50):
        ours, theirs = both(server, Question(node, "sq", order=order, first=first, size=25))
        assert ours.ids == theirs.ids
        pages.append(ours.ids)
    assert [len(ids) for ids in pages] == [25, 25, 10]


def test_facets_count_beyond_ten_values(server: Server, corpus: None) -> None:
    node = parse("qyteti", "sq").node
    counts = server.find(Question(node, "sq", counted=("municipality",))).counts
    assert len(counts["municipality"]) == 14
    assert sum(counts["municipality"].values()) == 60


def test_a_facet_counts_what_another_choice_would_find(server: Server, corpus: None) -> None:
    node, chosen = parse("qyteti", "sq").node, {"municipality": frozenset({"m3"})}
    answer = server.find(Question(node, "sq", chosen, counted=("municipality", "theme")))
    assert len(answer.counts["municipality"]) == 14
    assert sum(answer.counts["theme"].values()) == answer.total < 60


@pytest.mark.parametrize("order", Order)
def test_a_visitor_gets_the_same(
    order: Order, server: Server, corpus: None, settings: Settings
) -> None:
    pages = [Wanted(text, "sq", order=order, size=100) for text in QUERIES]
    ours = [find(wanted) for wanted in pages]
    assert not any(found.is_fallback for found in ours)
    settings.SEARCH_ENGINE = "database"
    theirs = [find(wanted) for wanted in pages]
    if order is Order.RELEVANCE:  # of those that are as good, any may be first
        ours, theirs = ([replace(each, ids=sorted(each.ids)) for each in x] for x in (ours, theirs))
    assert ours == theirs


def change_some() -> None:
    """Write, change and remove entries, without telling the server."""
    rows = list(Entry.objects.filter(audience="sq").order_by("pk")[:9])
    for number, row in enumerate(rows[:6]):
        text = TEXTS[number % len(TEXTS)]
        write_entry(
            f"Ndryshuar qyteti {number}",
            text,
            kind="study",
            labels=[("theme", "t1")],
            date=datetime.date(2030 - number, 1, 1) if number % 2 else None,
            key=row.key,
        )
    write_entry("Krejt e re në qytet", "dhuna në familje dhe strehimi", kind="chapter")
    store({row.owner: [] for row in rows[6:]})


@pytest.mark.parametrize("order", Order)
def test_a_visitor_gets_the_same_while_changes_wait(
    order: Order, server: Server, corpus: None, settings: Settings
) -> None:
    change_some()
    assert Change.objects.exists()
    pages = [
        replace(Wanted(text, "sq", chosen, order=order, size=size), first=first)
        for text in (*QUERIES, "ndryshuar", "krejt")
        for chosen in CHOICES[:2]
        for first, size in ((0, 100), (5, 10))
        if first == 0 or order is not Order.RELEVANCE
    ]
    ours = [find(wanted) for wanted in pages]
    assert not any(found.is_fallback for found in ours)
    settings.SEARCH_ENGINE = "database"
    theirs = [find(wanted) for wanted in pages]
    if order is Order.RELEVANCE:  # of those that are as good, any may be first
        ours, theirs = ([replace(each, ids=sorted(each.ids)) for each in x] for x in (ours, theirs))
    assert ours == theirs


def test_where_very_much_waits_the_database_answers_without_a_word(
    server: Server, corpus: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "MOST_WAITING", 2)
    monkeypatch.setattr(engines, "MOST_WAITING", 2)
    monkeypatch.setattr(server, "find", pytest.fail)
    change_some()
    found = find(Wanted("ndryshuar", "sq"))
    assert (found.total, found.is_fallback) == (6, False)


def test_what_was_sent_is_found_at_once(server: Server, corpus: None) -> None:
    change_some()
    send_changes.call()
    assert not Change.objects.exists()
    node = parse("ndryshuar", "sq").node
    assert server.find(Question(node, "sq")).total == 6


def test_the_visitors_of_another_language_find_their_own(server: Server, corpus: None) -> None:
    answer = server.find(Question(parse("bashkia", "sq").node, "en"))
    assert answer.total == 1


def test_operators_are_words(server: Server, corpus: None) -> None:
    for text in ("*", "?", "title:x", "a AND NOT b", '{"match_all": {}}', "/.*/", "\\", "😀", "\0"):
        found = find(Wanted(text, "sq"))
        assert not found.is_fallback
        assert found.total == 0


def test_a_long_question_is_answered(server: Server, corpus: None) -> None:
    found = find(Wanted("mbrojtje " + " ".join(f"fjala{number}" for number in range(300)), "sq"))
    assert not found.is_fallback
    assert found.total


@given(st.text(st.characters() | st.sampled_from('"*?~^:()[]{}+-|&!/\\ '), max_size=60))
@examples(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_is_refused(server: Server, text: str) -> None:
    if not server.indexes.are_ready():
        send_changes.call()
    assert not find(Wanted(text, "sq")).is_fallback
    assert not find(Wanted(f"strehimi {text}", "sq")).is_fallback
