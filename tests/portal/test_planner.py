"""PostgreSQL plans by how many rows there are, also in tables that are small or empty."""

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import PageViewRestriction

from search.engines import postgresql

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's planner"),
]
UNKNOWN = -1


def one(statement: str, *values: object) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]


def rows_known(table: str) -> float:
    """Return how many rows the planner takes a table to have."""
    return float(str(one("SELECT reltuples FROM pg_class WHERE relname = %s", table)))


def test_migrations_tell_of_every_table():
    tables = connection.introspection.table_names()
    assert not [table for table in tables if rows_known(table) == UNKNOWN]


def test_the_nightly_work_tells_of_what_changed(home):
    restriction = {"restriction_type": PageViewRestriction.LOGIN}
    PageViewRestriction.objects.bulk_create(
        PageViewRestriction(page=home, **restriction) for _number in range(5)
    )
    call_command("analyse_tables")
    assert rows_known(PageViewRestriction._meta.db_table) == 5


@pytest.mark.parametrize("table", [postgresql.TABLE, postgresql.HEADS])
def test_words_stand_in_the_index_at_once(table):
    options = one("SELECT reloptions FROM pg_class WHERE relname = %s", f"{table}_terms")
    assert options == ["fastupdate=off"]
