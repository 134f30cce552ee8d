"""What every page stands on: the database, and the cache."""

from django.core.cache import cache
from django.db import connection

from portal.health import Part


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


WATCHED = [
    Part("database", _ask_database, is_needed=True),
    Part("cache", lambda: cache.get("health"), is_needed=True),
]
