"""Counts in how many entries each word of the site stands."""

from collections import Counter

from django.db import connection, transaction

from search.analysis.normal import fold
from search.models import Entry, Word
from search.terms import index_terms

Key = tuple[str, str, str]  # audience, language, word
COLUMNS = ("audience", "language", "word", "plain", "term", "entries")
BATCH = 500


def count_words(changes: Counter[Key]) -> None:
    """Add to the words' counts; a word that is in no entry any more is forgotten."""
    rows = [_row(key, change) for key, change in sorted(changes.items()) if change]
    if not rows:
        return
    quote = connection.ops.quote_name
    table = quote(Word._meta.db_table)
    places = ", ".join(["%s"] * len(COLUMNS))
    statement = (
        f"INSERT INTO {table} ({', '.join(map(quote, COLUMNS))}) VALUES ({places}) "  # noqa: S608
        f"ON CONFLICT (audience, language, word) "
        f"DO UPDATE SET entries = {table}.entries + excluded.entries"
    )
    with transaction.atomic(), connection.cursor() as cursor:
        # Sorted, so that two that write at once take the rows in the same order.
        cursor.executemany(statement, rows)
        if any(row[-1] < 0 for row in rows):
            cursor.execute(f"DELETE FROM {table} WHERE entries <= 0")  # noqa: S608


def changes(entry: Entry, by: int) -> Counter[Key]:
    """Return the words of an entry as a change of their counts by `by`."""
    return Counter(
        {
            (entry.audience, language, word): by
            for language, found in entry.words.items()
            for word in found
        }
    )


def _row(key: Key, change: int) -> tuple[str, str, str, str, str, int]:
    audience, language, word = key
    terms = index_terms(word, language)
    return audience, language, word, fold(word)[:40], " ".join(terms)[:48], change
