"""PostgreSQL's own search: two tables, so that a word in half of all pages costs little more.

The rows of one are short: the vector of the whole text lies elsewhere, and only its GIN index is
read to find and to count. The other has the vector of title, headings, summary and the first
words; only the hits that say it there are ranked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import connection

from search.engines.base import Question
from search.engines.sql import SQLEngine, Statement, asked_labels, limited, quoted
from search.models import Entry
from search.query.tree import AllOf, AnyOf, Node, Phrase, Term, as_typed, terms_in

TABLE = "portal_search_vector"
HEADS = "portal_search_head"
FORGET = "portal_search_forget"
FIELDS = {
    "title_terms": "A",
    "heading_terms": "B",
    "summary_terms": "B",
    "body_terms": "C",
    "attached_terms": "D",
}
RANKS = "{0.1, 0.25, 0.5, 1}"  # of D, C, B, A
OPENING = 40
# A vector holds at most a megabyte, and no position beyond the last.
LONGEST, LAST_POSITION = 150_000, 16_383
GAP = 10
# In bytes; the least that PostgreSQL takes.
SHORTEST_ROW = 128
# Editors wait a little longer when they publish, and visitors read no list of what came lately.
AT_ONCE = "WITH (fastupdate = off)"


class PostgreSQL(SQLEngine):
    """The index in PostgreSQL."""

    def write(self, entries: Iterable[Entry]) -> None:
        """Take in entries, new or changed."""
        entries = list(entries)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (entry_id, labels, terms) "  # noqa: S608, names of ours
                "VALUES (%s, %s, %s::tsvector) ON CONFLICT (entry_id) "
                "DO UPDATE SET labels = excluded.labels, terms = excluded.terms",
                [(entry.pk, entry.labels, whole(entry)) for entry in entries],
            )
            cursor.executemany(
                f"INSERT INTO {HEADS} (entry_id, terms) "  # noqa: S608, names of ours
                "VALUES (%s, %s::tsvector) ON CONFLICT (entry_id) "
                "DO UPDATE SET terms = excluded.terms",
                [(entry.pk, head(entry)) for entry in entries],
            )

    def matching(self, question: Question, besides: str = "") -> Statement:
        """Return the statement that selects the ids of all hits, one facet perhaps left aside."""
        return self._matching(question, question.node, besides)

    def _matching(self, question: Question, node: Node, besides: str = "") -> Statement:
        wanted = expression(question, node, besides)
        limit = limited(question, "entry_id")
        return f"SELECT entry_id FROM {TABLE} WHERE terms @@ %s::tsquery{limit}", [wanted]  # noqa: S608

    def labels(self, question: Question, besides: str) -> Statement:
        """Return the statement that counts the hits by their labels."""
        sql, values = self.matching(question, besides)
        return f"{sql.replace('entry_id', 'labels, count(*)', 1)} GROUP BY labels", values

    def best(self, question: Question) -> Statement:
        """Return the statement that selects the ids of all hits, best first."""
        if question.weights:
            return self._with_most(question)
        typed = [*map(as_typed, question.telling)] or [question.typed or question.node]
        any_term = _any_term_of(question.telling or [question.node])
        ranks = [*dict.fromkeys([_any_term_of(typed), any_term])]
        order = f"ts_rank('{RANKS}', head.terms, %s::tsquery) DESC NULLS LAST, " * len(ranks)
        return (
            f"SELECT hit.entry_id FROM {TABLE} AS hit "  # noqa: S608, names of ours
            f"LEFT JOIN {HEADS} AS head "
            "ON head.entry_id = hit.entry_id AND head.terms @@ %s::tsquery "
            f"WHERE hit.terms @@ %s::tsquery{limited(question, 'hit.entry_id')} "
            f"ORDER BY {order}hit.entry_id",
            [
                expression(question, any_term),
                expression(question, question.node),
                *map(written, ranks),
            ],
        )

    def _with_most(self, question: Question) -> Statement:
        """Rank by the parts that an entry has; the index alone answers that."""
        parts, values = [], []
        for node, weight in question.weights.items():
            sql, wanted = self._matching(question, node)
            parts.append(sql.replace("entry_id", "entry_id, %s::float AS weight", 1))
            values += [weight, *wanted]
        union = " UNION ALL ".join(parts)
        return (
            f"SELECT entry_id FROM ({union}) AS part "  # noqa: S608, names of ours
            "GROUP BY entry_id ORDER BY sum(weight) DESC, entry_id",
            values,
        )


def _any_term_of(nodes: Iterable[Node]) -> Node:
    return AnyOf(tuple(Term(term) for node in nodes for term in terms_in(node)))


def expression(question: Question, node: Node, besides: str = "") -> str:
    """Return a question in PostgreSQL's language."""
    parts = [f"({written(node)})"]
    for labels in asked_labels(question, besides):
        parts.append(f"({' | '.join(quoted(label, chr(39)) for label in labels)})")
    return " & ".join(parts)


def written(node: Node) -> str:
    """Return a tree of terms in PostgreSQL's language."""
    match node:
        case Term(value):
            return quoted(value, "'")
        case Phrase(terms):
            return f"({' <-> '.join(quoted(term, chr(39)) for term in terms)})"
        case AllOf(parts):
            return f"({' & '.join(map(written, parts))})"
        case AnyOf(parts):
            return f"({' | '.join(map(written, parts))})"


def head(entry: Entry) -> str:
    """Return the short vector of an entry, by which it is ranked."""
    opening = " ".join(entry.body_terms.split(maxsplit=OPENING)[:OPENING])
    texts = [
        (entry.title_terms, "A"),
        (entry.heading_terms[:500], "B"),
        (entry.summary_terms[:800], "B"),
        (opening, "C"),
    ]
    return f"{vector(texts)} {labels(entry)}"


def whole(entry: Entry) -> str:
    """Return the vector of all that an entry is found by."""
    texts = [(getattr(entry, name), weight) for name, weight in FIELDS.items()]
    return f"{vector(texts)} {labels(entry)}"


def labels(entry: Entry) -> str:
    """Return what an entry is filtered by, to stand beside its terms."""
    return " ".join(quoted(label, "'") for label in entry.labels.split())


def vector(texts: Iterable[tuple[str, str]]) -> str:
    """Return pairs of terms and weight as PostgreSQL writes a vector with positions."""
    places: dict[str, list[str]] = defaultdict(list)
    for term, place in _places(texts):
        places[term].append(place)
    return " ".join(f"'{term}':{','.join(found)}" for term, found in places.items())


def _places(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    position = 0
    for text, weight in texts:
        for term in text.split()[: LONGEST - position]:
            position += 1
            yield term, f"{min(position, LAST_POSITION)}{weight}"
        position += GAP  # no phrase reaches from one field into the next


def create_table() -> list[str]:
    """Return the statements that make the index, and forget in it what is no entry any more.

    A foreign key would do that too, but Django could not empty the table of entries.
    """
    entries = Entry._meta.db_table
    forget = (
        f"IF TG_OP = 'TRUNCATE' THEN TRUNCATE {TABLE}, {HEADS}; "  # noqa: S608, names of ours
        f"ELSE DELETE FROM {TABLE} WHERE entry_id = OLD.id; "
        f"DELETE FROM {HEADS} WHERE entry_id = OLD.id; END IF; RETURN NULL;"
    )
    return [
        f"CREATE TABLE {TABLE} (entry_id bigint PRIMARY KEY, labels text NOT NULL, "
        f"terms tsvector NOT NULL) WITH (toast_tuple_target = {SHORTEST_ROW})",
        f"ALTER TABLE {TABLE} ALTER labels SET STORAGE MAIN, ALTER terms SET STORAGE EXTERNAL",
        f"CREATE INDEX {TABLE}_terms ON {TABLE} USING gin (terms) {AT_ONCE}",
        f"CREATE TABLE {HEADS} (entry_id bigint PRIMARY KEY, terms tsvector NOT NULL)",
        f"CREATE INDEX {HEADS}_terms ON {HEADS} USING gin (terms) {AT_ONCE}",
        f"CREATE FUNCTION {FORGET}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {forget} END $$",
        f"CREATE TRIGGER {FORGET}_deleted AFTER DELETE ON {entries} "
        f"FOR EACH ROW EXECUTE FUNCTION {FORGET}()",
        f"CREATE TRIGGER {FORGET}_all AFTER TRUNCATE ON {entries} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {FORGET}()",
    ]


def drop_table() -> list[str]:
    """Return the statements that remove it."""
    return [f"DROP FUNCTION {FORGET} CASCADE", f"DROP TABLE {TABLE}, {HEADS}"]
