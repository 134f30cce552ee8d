"""What people look for is counted day by day, and nobody is remembered with it."""

import datetime
import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from search import asked
from search.asked import MOST_A_DAY, PATIENCE, digest, normal, note, oldest_day
from search.models import AskedDay, AskedQuery

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

TODAY = datetime.date(2026, 5, 31)
A_DAY = datetime.timedelta(days=1)
ERRORS = {"sqlite": "OperationalError", "postgresql": "ProgrammingError"}
ONE_WRITER = "SQLite lets one write at a time, and its test database is one connection's"


@pytest.fixture(autouse=True)
def on(monkeypatch):
    """A function that makes it another day; every test begins on TODAY."""

    def change(day: datetime.date) -> None:
        monkeypatch.setattr(timezone, "localdate", lambda *_: day)

    change(TODAY)
    return change


@pytest.fixture
def ask(on):
    """A function that asks the same on days that lie so many days after TODAY."""

    def search(query: str, *days: int, language: str = "sq", total: int = 3) -> None:
        for day in days:
            on(TODAY + day * A_DAY)
            note(query, language, total)

    return search


def everything_kept() -> str:
    rows = [*AskedQuery.objects.values(), *AskedDay.objects.values()]
    return json.dumps(rows, cls=DjangoJSONEncoder, ensure_ascii=False)


def texts() -> list[str]:
    return list(AskedQuery.objects.values_list("text", flat=True))


def counts() -> list[tuple[datetime.date, int, int]]:
    return list(AskedDay.objects.order_by("day").values_list("day", "count", "results"))


def test_two_days_leave_no_word_of_a_query(ask):
    ask("Strehim në Vlorë", 0, 0, 1, 1)
    assert "strehim" not in everything_kept().lower()
    assert "vlor" not in everything_kept().lower()
    assert counts() == [(TODAY, 2, 3), (TODAY + A_DAY, 2, 3)]


def test_before_the_third_day_the_database_does_not_hear_a_word(ask):
    with CaptureQueriesContext(connection) as statements:
        ask("strehim", 0, 0, 1)
    assert not [each for each in statements if "strehim" in each["sql"]]


def test_the_third_day_keeps_the_text(ask):
    ask("  Strehim\tnë VLORË ", 0, 9, 30)
    assert texts() == ["strehim në vlorë"]


def test_repeats_of_one_day_are_one_day(ask):
    ask("strehim", *[0] * 10, *[1] * 10)
    assert texts() == [""]
    assert [count for _day, count, _results in counts()] == [10, 10]


def test_each_language_has_days_of_its_own(ask):
    ask("gender", 0, 1, language="sq")
    ask("gender", 2, 3, language="en")
    assert texts() == ["", ""]


def test_the_same_word_in_other_letters_is_the_same_query(ask):
    ask("strehimë", 0)
    ask("STREHIMË", 1)
    ask("strehime\u0308", 2)
    assert texts() == ["strehimë"]


@pytest.mark.parametrize(
    "query",
    [
        "ana.hoxha@example.org",
        "strehim ana@shembull.al",
        "067 123 4567",
        "+355 (0)67 12-34-567 strehim",
        "０６７１２３４５６７",
        "067\u200b123\u200b4567",
    ],
)
def test_what_somebody_could_be_found_by_is_never_kept(ask, query):
    ask(query, 0, 1, 2, 3)
    assert everything_kept() == "[]"


def test_years_and_laws_are_kept(ask):
    ask("ligji 22/2018", 0, 1, 2)
    assert texts() == ["ligji 22/2018"]


@pytest.mark.parametrize("query", ["", "   ", "\x00\x07"])
def test_nothing_is_no_search(ask, query):
    ask(query, 0)
    assert everything_kept() == "[]"


@pytest.mark.parametrize(
    "query", ["a" * 10_000, "ﷺ" * 200, "\u202e\ud7ff😀", "'; DROP TABLE x; --"]
)
def test_odd_queries_are_counted_too(ask, query):
    ask(query, 0, 1, 2)
    assert texts() == [normal(query)]
    assert len(normal(query)) <= 200


def test_nobody_and_no_time_is_kept():
    fields = {field.name for model in (AskedQuery, AskedDay) for field in model._meta.fields}
    assert fields == {
        *("id", "language", "digest", "text", "last_day"),
        *("query", "day", "count", "results"),
    }


def test_without_the_secret_key_a_hash_cannot_be_made(settings):
    before = digest("strehim", "sq")
    settings.SECRET_KEY = "another"
    assert digest("strehim", "sq") != before
    assert len(before) == 64


def test_the_last_search_of_a_day_says_how_much_was_found(ask):
    ask("strehim", 0, total=0)
    ask("strehim", 0, total=7)
    assert counts() == [(TODAY, 2, 7)]


@pytest.mark.parametrize(
    ("today", "oldest"),
    [
        (datetime.date(2026, 5, 31), datetime.date(2025, 4, 30)),
        (datetime.date(2025, 3, 29), datetime.date(2024, 2, 29)),
        (datetime.date(2026, 1, 1), datetime.date(2024, 12, 1)),
    ],
)
def test_thirteen_months_end_on_the_same_day_of_a_month(today, oldest):
    assert oldest_day(today) == oldest


def test_after_thirteen_months_nothing_is_left(ask, on):
    ask("strehim", 0, 1, 2)
    on(datetime.date(2027, 7, 3))
    note("tjetër", "sq", 1)
    assert AskedQuery.objects.get().digest == digest("tjetër", "sq")
    assert AskedDay.objects.count() == 1


def test_what_was_forgotten_begins_anew_even_before_it_is_deleted(ask, on):
    ask("strehim", 0, 1, 2)
    ask("tjetër", 0, 1)
    on(datetime.date(2027, 7, 3))
    note("strehim", "sq", 1)
    note("tjetër", "sq", 1)
    assert texts() == ["", ""]


def test_what_is_still_asked_stays_with_its_younger_days(ask, on):
    ask("strehim", 0, 1, 2)
    on(datetime.date(2027, 7, 1))
    note("strehim", "sq", 1)
    assert texts() == ["strehim"]
    assert [day for day, *_ in counts()] == [TODAY + A_DAY, TODAY + 2 * A_DAY, timezone.localdate()]


def test_a_day_takes_only_so_many_new_queries(ask):
    ask("strehim", -1)
    flood = [
        AskedQuery(language="sq", digest=str(number), last_day=TODAY)
        for number in range(MOST_A_DAY)
    ]
    AskedQuery.objects.bulk_create(flood)
    AskedDay.objects.bulk_create(AskedDay(query=q, day=TODAY, count=1, results=0) for q in flood)
    ask("e re", 0)
    ask("strehim", 0)
    assert not AskedQuery.objects.filter(digest=digest("e re", "sq")).exists()
    assert AskedDay.objects.filter(query__digest=digest("strehim", "sq")).count() == 2


def test_a_search_costs_three_statements_at_most(ask):
    ask("strehim", 0, 1, 2)
    ask("tjetër", 3)
    with CaptureQueriesContext(connection) as statements:
        ask("strehim", 3, 3)
    own = ("PRAGMA", "SAVEPOINT", "RELEASE", "BEGIN")
    counted = [each for each in statements if not each["sql"].startswith(own)]
    assert len(counted) <= 2 * 3


def test_a_failing_database_is_no_failing_page(monkeypatch, caplog):
    monkeypatch.setattr(asked, "REMEMBER", "SELECT %(today)s FROM strehim")
    with transaction.atomic():
        note("strehim", "sq", 1)
        assert AskedQuery.objects.count() == 0
    assert caplog.messages == [f"A search was not counted: {ERRORS[connection.vendor]}"]
    assert "strehim" not in caplog.text


def test_sqlite_waits_for_others_as_before(ask):
    if connection.vendor != "sqlite":
        pytest.skip("a setting of SQLite; PostgreSQL's ends with the transaction")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        before = cursor.fetchone()
        ask("strehim", 0)
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone() == before


def elsewhere(function, times: int = 1) -> None:
    """Run a function so many times at once, each on a connection of its own."""

    def run(_number: int) -> None:
        try:
            function()
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(run, range(times)))


@pytest.fixture
def several_writers():
    """Skip where one connection writes; afterwards delete what others have written for good."""
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)
    yield
    elsewhere(lambda: AskedQuery.objects.all().delete())


@pytest.mark.quiet
def test_searches_at_once_are_all_counted(several_writers):
    elsewhere(lambda: note("strehim", "sq", 2), times=80)
    assert counts() == [(TODAY, 80, 2)]


@pytest.mark.quiet
def test_a_visitor_does_not_wait_for_a_transaction_that_hangs(several_writers):
    note("strehim", "sq", 2)  # in this test's transaction, which does not end
    start = time.monotonic()
    elsewhere(lambda: note("strehim", "sq", 2))
    assert time.monotonic() - start < PATIENCE / 1000 + 1
    assert counts() == [(TODAY, 1, 2)]
