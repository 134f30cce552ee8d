"""What both databases have in common: counting, sorting by day, and the rows of one page."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection

from search.engines.base import Answer, Order, Question
from search.models import Entry

DIRECTIONS = {Order.NEWEST: "DESC", Order.OLDEST: "ASC"}
STRANGE = re.compile(r"[^\w :-]")
Statement = tuple[str, list[Any]]


class SQLEngine:
    """An engine in the portal's database; a subclass says how its index is asked."""

    def find(self, question: Question) -> Answer:
        """Return what matches, best first."""
        counts = self._count(question)
        # Every entry has one kind, so that the kinds' counts add up to the number of hits.
        total = sum(counts["kind"].values())
        ids = self._ids(question) if total > question.first else []
        for facet in set(question.chosen) & set(question.counted):
            counts[facet] = self._count(question, besides=facet)[facet]
        return Answer(ids, total, {facet: dict(counts[facet]) for facet in question.counted})

    def write(self, entries: Iterable[Entry]) -> None:
        """Take in entries, new or changed."""
        raise NotImplementedError

    def matching(self, question: Question, besides: str = "") -> Statement:
        """Return the statement that selects the ids of all hits, one facet perhaps left aside."""
        raise NotImplementedError

    def labels(self, question: Question, besides: str) -> Statement:
        """Return the statement that counts the hits by their labels."""
        raise NotImplementedError

    def best(self, question: Question) -> Statement:
        """Return the statement that selects the ids of all hits, best first."""
        raise NotImplementedError

    def _ids(self, question: Question) -> list[int]:
        sql, values = (
            self.best(question) if question.order is Order.RELEVANCE else self._by_day(question)
        )
        rows = fetch((f"{sql} LIMIT %s OFFSET %s", [*values, question.size, question.first]))
        return [entry_id for (entry_id, *_) in rows]

    def _by_day(self, question: Question) -> Statement:
        sql, values = self.matching(question)
        table, direction = Entry._meta.db_table, DIRECTIONS[question.order]
        return (
            f"SELECT id FROM {table} WHERE id IN ({sql}) "  # noqa: S608, names of ours
            f"ORDER BY date IS NULL, date {direction}, id",
            values,
        )

    def _count(self, question: Question, besides: str = "") -> dict[str, dict[str, int]]:
        """Return how many hits each value of each facet has.

        Few combinations of labels stand for many hits, so the database counts those.
        """
        counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for labels, count in fetch(self.labels(question, besides)):
            for label in labels.split():
                facet, _, value = label.partition(":")
                counts[facet][value] += count
        return counts


def asked_labels(question: Question, besides: str) -> Iterator[list[str]]:
    """Yield labels of which a hit must have one, one facet perhaps left aside."""
    wanted = {"for": {question.audience}, **question.chosen}
    for facet, values in wanted.items():
        if values and facet != besides:
            yield [f"{facet}:{value}" for value in sorted(values)]


def limited(question: Question, column: str) -> str:
    """Return the end of a condition: that the id in a column is among those that count."""
    if question.among is None:
        return ""
    return f" AND {column} IN ({', '.join(map(str, sorted(question.among)))})"


def fetch(statement: Statement) -> list[tuple]:
    """Return all rows of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        return cursor.fetchall()


def quoted(text: str, mark: str) -> str:
    """Return terms or a label between marks, without what no term and no label has."""
    return f"{mark}{STRANGE.sub('', text)}{mark}"
