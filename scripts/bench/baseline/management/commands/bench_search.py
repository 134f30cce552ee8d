"""`manage.py bench_search`: what is looked for on a synthetic site, and what that reads."""

import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from home.synthetic import COMMON, RARE
from search.find import Wanted, find
from search.models import TitleWord, Word

HOST = settings.ALLOWED_HOSTS[0]
LANGUAGE = settings.LANGUAGE_CODE
NONSENSE = "zzyqxw"
PREFIXES, PREFIX_LENGTHS = 300, (2, 3, 4, 5)
# What PostgreSQL looked at so far, in this transaction.
VISITED = (
    "SELECT COALESCE(SUM(seq_tup_read + COALESCE(idx_tup_fetch, 0)), 0) "
    "FROM pg_stat_xact_user_tables"
)


class Command(BaseCommand):
    help = "Prints as JSON what is looked for, at which addresses, and what the answers read."

    def handle(self, **options: Any) -> None:
        """Print search and suggestions (paths), queries and prefixes (of words in titles)."""
        with override(LANGUAGE):
            paths = {name: reverse(f"search{name}") for name in ("", "_suggestions")}
        queries = {
            "rare": RARE,
            "common": COMMON[0],
            "no hit": NONSENSE,
            "two words": f"{COMMON[0]} {most_frequent_word()}",
        }
        described = [query(paths[""], name, text) for name, text in queries.items()]
        said = {"search": paths[""], "suggestions": paths["_suggestions"]}
        self.stdout.write(json.dumps({**said, "queries": described, "prefixes": prefixes()}))


class Reading:
    """Counts the statements of a block, and the rows that they bring."""

    def __init__(self) -> None:
        self.statements = self.rows = 0

    def __call__(
        self, execute: Callable, sql: str, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        result = execute(sql, params, many, context)
        self.statements += 1
        self.rows += max(0, context["cursor"].rowcount)
        return result


def query(path: str, name: str, text: str) -> dict[str, Any]:
    """Describe a query: its results, and what a worker reads that has answered it before.

    Rows are unknown on SQLite: `rows` that it sends, and `visited`, those it looks at.
    """
    client = Client(SERVER_NAME=HOST)
    client.get(path, {"q": text}, secure=True)
    reading = Reading()
    with visited() as looked_at, connection.execute_wrapper(reading):
        client.get(path, {"q": text}, secure=True)
    found = find(Wanted(text, LANGUAGE))
    if found.is_fallback:
        raise CommandError("the search server did not answer, or too slowly")
    described = {"name": name, "text": text, "total": found.total, "sql": reading.statements}
    if connection.vendor == "sqlite":
        return described
    return {**described, "rows": reading.rows, "visited": looked_at[0]}


@contextmanager
def visited() -> Iterator[list[int]]:
    """Yield a list that holds, after the block, how many rows PostgreSQL looked at."""
    rows: list[int] = []
    if connection.vendor == "sqlite":
        yield rows
        return
    with transaction.atomic():
        before = count_visited()
        yield rows
        rows.append(count_visited() - before)


def count_visited() -> int:
    with connection.cursor() as cursor:
        cursor.execute(VISITED)
        return int(cursor.fetchone()[0])


def most_frequent_word() -> str:
    """Return the word of most entries that is no form of the common word."""
    words = Word.objects.filter(audience=LANGUAGE).exclude(word__in=COMMON)
    return words.order_by("-entries", "word").values_list("word", flat=True)[0]


def prefixes() -> list[str]:
    """Return different beginnings of words that stand in titles."""
    chance = random.Random(1)  # noqa: S311, no secret
    words = TitleWord.objects.filter(audience=LANGUAGE).values_list("word", flat=True)
    cut = {word[:length] for word in words.distinct() for length in PREFIX_LENGTHS}
    return chance.sample(sorted(cut), min(PREFIXES, len(cut)))
