"""Counts what people look for, without keeping who, when or a rare query's words.

A query's text is kept once it was asked on three different days; until then a keyed hash stands
for it. Only days are known, for thirteen months.
"""

import calendar
import datetime
import logging
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import Error, connection, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.traces import has_trace
from search.cries.lists import is_cry
from search.models import AskedDay, AskedQuery
from search.query.parse import LONGEST_QUERY, clean

# Different days after which a query is taken to belong to nobody in particular.
DAYS = 3
MONTHS = 13
# Nobody fills the database with queries: on a day with more, only those known before are counted.
MOST_A_DAY = 5000
# How long a visitor may wait, in milliseconds, for others who write.
PATIENCE = 200

QUERIES = AskedQuery._meta.db_table
DAYS_OF_QUERIES = AskedDay._meta.db_table
REMEMBER = f"""
INSERT INTO {QUERIES} (language, digest, text, last_day)
VALUES (%(language)s, %(digest)s, '', %(today)s)
ON CONFLICT (language, digest) DO UPDATE SET
    last_day = excluded.last_day,
    text = CASE WHEN {QUERIES}.last_day < %(oldest)s THEN '' ELSE {QUERIES}.text END
RETURNING id, text,
    (SELECT COUNT(*) FROM {DAYS_OF_QUERIES}
     WHERE query_id = {QUERIES}.id AND day >= %(oldest)s AND day < %(today)s),
    (SELECT COUNT(*) FROM {DAYS_OF_QUERIES} WHERE day = %(today)s)
"""  # noqa: S608
COUNT = f"""
INSERT INTO {DAYS_OF_QUERIES} AS known (query_id, day, count, results) VALUES (%s, %s, 1, %s)
ON CONFLICT (query_id, day) DO UPDATE SET count = known.count + 1, results = excluded.results
"""  # noqa: S608

logger = logging.getLogger(__name__)


def note(query: str, language: str, total: int) -> None:
    """Count a search of today that found `total` results; whatever fails, the page goes on.

    What somebody asks who needs help is not counted.
    """
    text = normal(query)
    if not text or has_trace(text) or is_cry(text):
        return
    try:
        with _quick_transaction():
            is_first = _count(text, language, total)
        if is_first:
            with _quick_transaction():
                forget_old(timezone.localdate())
    except Error as error:
        # What the database says may hold the query.
        logger.warning("A search was not counted: %s", type(error).__name__)


def normal(query: str) -> str:
    """Return the query in the one form that all ways to type it share."""
    return clean(unicodedata.normalize("NFKC", query)).lower()[:LONGEST_QUERY]


def digest(text: str, language: str) -> str:
    """Return a hash that nobody can test guesses against without the site's secret key."""
    return salted_hmac("search.asked", f"{language} {text}", algorithm="sha256").hexdigest()


def oldest_day(today: datetime.date) -> datetime.date:
    """Return the first day that is still kept."""
    year, month = divmod(today.year * 12 + today.month - 1 - MONTHS, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(today.day, last))


def forget_old(today: datetime.date) -> None:
    """Delete what is too old."""
    oldest = oldest_day(today)
    AskedDay.objects.filter(day__lt=oldest).delete()
    AskedQuery.objects.filter(last_day__lt=oldest).delete()


def _count(text: str, language: str, total: int) -> bool:
    """Count a search; return whether it is the first of the day."""
    today = timezone.localdate()
    values: dict[str, Any] = {
        "language": language,
        "digest": digest(text, language),
        "today": today,
    }
    with connection.cursor() as cursor:
        cursor.execute(REMEMBER, values | {"oldest": oldest_day(today)})
        query_id, kept, days_before, asked_today = cursor.fetchone()
        if asked_today >= MOST_A_DAY and not days_before:
            transaction.set_rollback(True)
            return False
        cursor.execute(COUNT, [query_id, today, total])
    if not kept and days_before >= DAYS - 1:
        AskedQuery.objects.filter(pk=query_id).update(text=text)
    return not asked_today


@contextmanager
def _quick_transaction() -> Iterator[None]:
    """Open a transaction that waits neither long for others nor for the disk."""
    if connection.vendor == "sqlite":
        with _impatient_sqlite(), transaction.atomic():
            yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL synchronous_commit TO OFF; SET LOCAL lock_timeout TO {PATIENCE}")
        yield


@contextmanager
def _impatient_sqlite() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (usual,) = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
