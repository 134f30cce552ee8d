"""Shows where a text says what was asked for: its best stretch, with the words marked."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db.models import Case, F, JSONField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import JSONObject
from markupsafe import Markup

from search.analysis import tokens
from search.models import Passage
from search.query.parse import Query
from search.query.tree import AllOf, AnyOf, Node, Phrase, Term
from search.terms import marked

# Two lines on a screen, five on a phone; so much of it stands before the first marked word.
LONGEST, BEFORE = 200, 60
SHOWN = ("text", "language", "file", "page")


class Span(NamedTuple):
    """A stretch of a text, as offsets of characters."""

    start: int
    end: int


def best_passage(query: Query) -> Subquery:
    """Return what an entry shows: of its passages that with most of the query, then the first.

    The value has the `text`, `language`, `file` and `page` of a passage, and `says`: how many
    parts of the query it has.
    """
    says = sum((Case(When(_has(part), then=1), default=0) for part in query.parts), Value(0))
    passages = Passage.objects.filter(entry=OuterRef("pk")).annotate(says=says)
    columns = JSONObject(**{name: F(name) for name in (*SHOWN, "says")})
    best = passages.order_by("-says", "number").values(json=columns)[:1]
    return Subquery(best, output_field=JSONField())


def _has(node: Node) -> Q:
    match node:
        case Term(value):
            return Q(terms__contains=f" {value} ")
        case Phrase(terms):
            return Q(terms__contains=f" {' '.join(terms)} ")
        case AllOf(parts):
            return Q(*map(_has, parts))
        case AnyOf(parts):
            return Q(*map(_has, parts), _connector=Q.OR)


class Marker:
    """Marks the words of a query, and of other ways to say them, in any text."""

    def __init__(self, query: Query) -> None:
        """Take the runs of terms to look for."""
        self.runs = {run for part in query.parts for run in _runs(part)}
        self.longest = max(map(len, self.runs), default=0)

    def mark(self, text: str, language: str) -> Markup:
        """Return the whole text as HTML."""
        return _with_marks(text, self.spans(text, language), Span(0, len(text)))

    def excerpt(self, text: str, language: str) -> Markup:
        """Return a short stretch of the text as HTML, around its first marked word."""
        spans = self.spans(text, language)
        return _with_marks(text, spans, _window(text, spans[0].start if spans else 0))

    def spans(self, text: str, language: str) -> list[Span]:
        """Return where the words stand, in their order, none within another."""
        found = list(tokens(text, language))
        terms = marked([token.term for token in found], language)
        spans: list[Span] = []
        for place, token in enumerate(found):
            length = self._length_of_run(terms[place : place + self.longest])
            if length and not (spans and token.start < spans[-1].end):
                spans.append(Span(token.start, found[place + length - 1].end))
        return spans

    def _length_of_run(self, terms: list[str]) -> int:
        """Return how many of these terms, from the first, are a run to look for; the most."""
        lengths = range(len(terms), 0, -1)
        return next((length for length in lengths if tuple(terms[:length]) in self.runs), 0)


def _runs(node: Node) -> Iterator[tuple[str, ...]]:
    match node:
        case Term(value):
            yield (value,)
        case Phrase(terms):
            yield terms
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _runs(part)


def _window(text: str, first: int) -> Span:
    """Return a stretch of whole words that has the character at `first`."""
    if len(text) <= LONGEST:
        return Span(0, len(text))
    start = min(max(0, first - BEFORE), len(text) - LONGEST)
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = start + LONGEST
    if end < len(text):
        end = max(text.rfind(" ", start, end), first + 1)
    return Span(start, min(end, len(text)))


def _with_marks(text: str, spans: Iterable[Span], window: Span) -> Markup:
    # Joining escapes what is no HTML yet.
    pieces = ["… "] if window.start else []
    place = window.start
    for start, end in spans:
        if window.start <= start and end <= window.end:
            pieces += [text[place:start], Markup("<mark>{}</mark>").format(text[start:end])]
            place = end
    pieces.append(text[place : window.end])
    if window.end < len(text):
        pieces.append(" …")
    return Markup("").join(pieces)
