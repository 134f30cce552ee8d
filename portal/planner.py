"""What PostgreSQL's planner knows of the tables.

It takes a table that was never analysed for one of many rows, and autovacuum never analyses those
that are small or empty, so that the plans of every page go by rows that are not there.
"""

from typing import Any

from django.db import connections


def analyse(using: str) -> None:
    """Have the planner look at all tables of a database, where it is PostgreSQL."""
    connection = connections[using]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def follow_migrated(using: str, **kwargs: Any) -> None:
    """Look at tables that migrations made or changed."""
    analyse(using)
