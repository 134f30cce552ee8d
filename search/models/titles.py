"""The words of titles, from which suggestions are made while somebody types."""

from typing import Any

from django.db import models
from django.db.models.lookups import Lookup

from search.models.entry import Entry

LAST_CHARACTER = "\U0010ffff"


@models.CharField.register_lookup
class Prefixed(Lookup):
    """`word__prefixed="dhun"`: an index answers it on every database, in whatever order it sorts.

    PostgreSQL compares bytes by operators of their own, as a locale may sort dh behind dz.
    """

    lookup_name = "prefixed"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition that the column lies between a prefix and its last word."""
        return self._between(compiler, connection, ">=", "<")

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the same for an index with `varchar_pattern_ops`."""
        return self._between(compiler, connection, "~>=~", "~<~")

    def _between(
        self, compiler: Any, connection: Any, least: str, most: str
    ) -> tuple[str, tuple[Any, ...]]:
        column, values = self.process_lhs(compiler, connection)
        ends = (*values, self.rhs, *values, self.rhs + LAST_CHARACTER)
        return f"({column} {least} %s AND {column} {most} %s)", ends


class TitleWord(models.Model):
    """A word of an entry's title or other name, with how much it says of it.

    All terms stand beside each word, so that one index finds titles with several words.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="title_words")
    audience = models.CharField(max_length=8)
    word = models.CharField(max_length=40, help_text="Without accents.")
    term = models.CharField(max_length=48)
    title = models.TextField(help_text="All terms of it, a space before and after each.")
    value = models.FloatField()

    class Meta:
        indexes = [
            # All columns: one letter begins thousands of words, whose rows nobody then looks up.
            models.Index(
                fields=["audience", "word", "value", "entry", "title"],
                name="portal_search_title_word",
                opclasses=[*["varchar_pattern_ops"] * 2, "float8_ops", "int8_ops", "text_ops"],
            ),
            models.Index(fields=["audience", "term"], name="portal_search_title_term"),
        ]

    def __str__(self) -> str:
        return self.word
