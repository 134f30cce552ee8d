"""SQLite's FTS5: triggers keep its table equal to the entries', bm25 takes weights by column."""

from collections.abc import Iterable

from search.engines.base import WEIGHTS, Question
from search.engines.sql import SQLEngine, Statement, asked_labels, limited, quoted
from search.models import Entry
from search.query.tree import AllOf, AnyOf, Node, Phrase, Term

TABLE = "portal_search_fts"
COLUMNS = {
    "title": "title_terms",
    "headings": "heading_terms",
    "summary": "summary_terms",
    "body": "body_terms",
    "attached": "attached_terms",
}
INDEXED = (*COLUMNS.values(), "labels")
TEXT = f"{{{' '.join(COLUMNS.values())}}}"
RANK = f"bm25({TABLE}, {', '.join(str(WEIGHTS[name]) for name in COLUMNS)}, 0)"


class SQLite(SQLEngine):
    """The index in SQLite."""

    def write(self, entries: Iterable[Entry]) -> None:
        """Do nothing: the triggers of `create_table` did it."""

    def matching(self, question: Question, besides: str = "") -> Statement:
        """Return the statement that selects the ids of all hits, one facet perhaps left aside."""
        match = expression(question, besides)
        limit = limited(question, "rowid")
        return f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s{limit}", [match]  # noqa: S608

    def labels(self, question: Question, besides: str) -> Statement:
        """Return the statement that counts the hits by their labels."""
        sql, values = self.matching(question, besides)
        entries = Entry._meta.db_table
        return f"SELECT labels, count(*) FROM {entries} WHERE id IN ({sql}) GROUP BY 1", values  # noqa: S608

    def best(self, question: Question) -> Statement:
        """Return the statement that selects the ids of all hits, best first."""
        typed = None if question.weights else question.typed
        if typed is None or typed == question.node:
            sql, values = self.matching(question)
            return f"{sql} ORDER BY {RANK}, rowid", values
        # bm25 looks at all that is asked for, so what was typed is asked for by itself.
        steps = [
            self._ranked(question, written(typed), 0),
            self._ranked(question, f"({written(question.node)}) NOT ({written(typed)})", 1),
        ]
        union = " UNION ALL ".join(sql for sql, _values in steps)
        values = [value for _sql, its_values in steps for value in its_values]
        return f"SELECT id FROM ({union}) ORDER BY step, rank, id", values  # noqa: S608

    def _ranked(self, question: Question, text: str, step: int) -> Statement:
        limit = limited(question, "rowid")
        return (
            f"SELECT rowid AS id, {RANK} AS rank, {step} AS step "  # noqa: S608, ours
            f"FROM {TABLE} WHERE {TABLE} MATCH %s{limit}",
            [with_labels(text, question)],
        )


def expression(question: Question, besides: str) -> str:
    """Return a question in FTS5's language."""
    return with_labels(written(question.node), question, besides)


def with_labels(text: str, question: Question, besides: str = "") -> str:
    """Return an expression for texts, with one for each facet of a question, one left aside."""
    parts = [f"{TEXT} : ({text})"]
    for labels in asked_labels(question, besides):
        parts.append(f"labels : ({' OR '.join(quoted(label, chr(34)) for label in labels)})")
    return " AND ".join(parts)


def written(node: Node) -> str:
    """Return a tree of terms in FTS5's language."""
    match node:
        case Term(value):
            return quoted(value, '"')
        case Phrase(terms):
            return quoted(" ".join(terms), '"')
        case AllOf(parts):
            return f"({' AND '.join(map(written, parts))})"
        case AnyOf(parts):
            return f"({' OR '.join(map(written, parts))})"


def create_table() -> list[str]:
    """Return the statements that make the index and keep it equal to the table of entries."""
    entries = Entry._meta.db_table
    columns = ", ".join(INDEXED)
    new, old = (", ".join(f"{row}.{name}" for name in INDEXED) for row in ("new", "old"))
    add = f"INSERT INTO {TABLE}(rowid, {columns}) VALUES (new.id, {new});"  # noqa: S608
    take = f"INSERT INTO {TABLE}({TABLE}, rowid, {columns}) VALUES ('delete', old.id, {old});"  # noqa: S608
    return [
        f"CREATE VIRTUAL TABLE {TABLE} USING fts5({columns}, content='{entries}', "
        "content_rowid='id', tokenize=\"unicode61 remove_diacritics 0 tokenchars '_:-'\")",
        f"CREATE TRIGGER {TABLE}_insert AFTER INSERT ON {entries} BEGIN {add} END",
        f"CREATE TRIGGER {TABLE}_delete AFTER DELETE ON {entries} BEGIN {take} END",
        f"CREATE TRIGGER {TABLE}_update AFTER UPDATE ON {entries} BEGIN {take} {add} END",
    ]


def fill_table() -> str:
    """Return the statement that fills it from the table of entries."""
    return f"INSERT INTO {TABLE}({TABLE}) VALUES ('rebuild')"  # noqa: S608


def drop_table() -> list[str]:
    """Return the statements that remove it; the triggers go with the table of entries."""
    return [f"DROP TABLE {TABLE}"]
