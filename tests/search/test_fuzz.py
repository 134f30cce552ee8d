"""Whatever somebody types, every engine answers, with bounded work."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.engines import Order
from search.find import MOST_RESULTS, PER_PAGE, Wanted, find
from search.tasks import send_changes
from tests.search.entries import add
from tests.search.servers import NAMES, be_patient, configured, real_url

pytestmark = pytest.mark.django_db

WORDS = st.sampled_from(["bashki", "dhunë", "të", "strehim", "housing", "DHBGJ", "O.SH.C.", "2024"])
SYNTAX = st.sampled_from(
    [
        *(
            '"',
            "'",
            "(",
            ")",
            "((((",
            "*",
            "?",
            "~2",
            "^3",
            ":",
            "-",
            "+",
            "!",
            "&",
            "|",
            "\\",
            "/",
        ),
        *("AND", "OR", "NOT", "NEAR(", "TO", "<->", "<2>", ":*", "&&", "||", "[a TO z]", "{}", "%"),
        *(
            "title:",
            "_id:",
            "labels:",
            '"for:en"',
            "$$",
            ";--",
            "NEAR(a b, 5)",
            "^title",
            "{title}:",
        ),
        *(
            "\x00",
            "\u200f",
            "\u202e",
            "\u0301",
            "e\u0308",
            "😀",
            "👩\u200d👩\u200d👧",
            "\ud800",
            "ﬁ",
            "١٢",
        ),
        *("„", "“", "”", "«", "»", "`", "<script>", "{{7*7}}", "_en", "bashki_en", "0x00", "1e309"),
    ]
)
ANYTHING = st.text(st.characters(exclude_categories=[]), max_size=40)
QUERIES = st.lists(WORDS | SYNTAX | ANYTHING, max_size=12).map(" ".join)
LABELS = st.dictionaries(
    st.sampled_from(["kind", "theme", "municipality", "year", "language"]),
    st.frozensets(ANYTHING | SYNTAX, min_size=1, max_size=3),
    max_size=3,
)
STARTS = st.integers(0, MOST_RESULTS // PER_PAGE - 1).map(lambda page: page * PER_PAGE)
LONG = (
    *("a" * 10_000, "bashki " * 2000, '"' * 10_000, "( " * 5000, "a\u0301" * 5000, "të " * 3000),
    *("-" * 10_000, "*" * 10_000, "\x00" * 10_000, "😀" * 5000, "a-" * 5000, "a." * 5000),
)
FUZZ = hypothesis_settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def some_entries(db) -> None:
    add("Bashkia", "Strehim për të mbijetuarat e dhunës në 2024.")
    add("Municipality", "Housing for survivors.", language="en")


def longest(queries: st.SearchStrategy[str]):
    """Return a decorator that tries each of the endless texts too."""

    def decorate(test):
        for text in LONG:
            test = example(text=text, language="sq", chosen={}, order=Order.RELEVANCE, first=0)(
                test
            )
        return given(
            text=queries,
            language=st.sampled_from(["sq", "en"]),
            chosen=LABELS,
            order=st.sampled_from(Order),
            first=STARTS,
        )(test)

    return decorate


def ask(text, language, chosen, order, first):
    found = find(Wanted(text, language, chosen, order, first))
    assert len(found.ids) <= PER_PAGE
    assert found.total >= len(found.ids)
    return found


@pytest.mark.dialect
@FUZZ
@longest(QUERIES)
def test_the_database_answers(some_entries, **asked):
    ask(**asked)


@pytest.mark.parametrize("name", NAMES)
def test_a_search_server_answers(some_entries, settings, monkeypatch, name):
    be_patient(monkeypatch)
    with configured(settings, name, real_url(name)):
        send_changes.call()

        @FUZZ
        @longest(QUERIES)
        def answers(**asked):
            assert not ask(**asked).is_fallback

        answers()


@pytest.mark.dialect
def test_endless_texts_cost_no_more_queries(some_entries, subtests):
    for text in LONG:
        with subtests.test(text=text[:10]):
            cache.clear()
            with CaptureQueriesContext(connection) as queries:
                find(Wanted(text, "sq"))
            assert len(queries) <= 16


ODD = {
    "page": st.sampled_from(["-1", "0", "x", "1.5", "999999999999", "", "\u0661", "1 OR 1=1"]),
    "sort": st.sampled_from(["newest", "oldest", "relevance", "x", "", "\x01"]),
    "view": st.sampled_from(["list", "x", ""]),
    "exact": st.sampled_from(["1", "0", "x"]),
}
PARAMETERS = st.fixed_dictionaries(
    {"q": QUERIES.filter(lambda text: "\ud800" not in text)},
    optional={
        **ODD,
        **{name: st.lists(ANYTHING, max_size=3) for name in ("kind", "theme", "year", "language")},
    },
)


def encodable(values) -> bool:
    """Whether a browser could send it."""
    try:
        str(values).encode()
    except UnicodeEncodeError:
        return False
    return "\\ud" not in repr(values)


@pytest.mark.parametrize(
    "address",
    [
        "/sq/kerko/",
        "/en/search/",
    ],
)
def test_the_page_answers(some_entries, home, address):
    @FUZZ
    @given(PARAMETERS.filter(encodable))
    def answers(parameters):
        response = Client().get(address, parameters)
        assert response.status_code in (200, 400, 404)
        assert response.content.count(b"<h1") == 1
        assert b"<script>" not in response.content

    answers()
