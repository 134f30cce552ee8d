"""Numbers the footnotes and references of a page and links them to and fro."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from html import unescape
from string import ascii_lowercase

from django.utils.translation import gettext, gettext_lazy
from markupsafe import Markup, escape

from knowledgebase.text.marks import (
    Citation,
    Fault,
    Note,
    Parser,
    Piece,
    Source,
    Text,
    citations,
    parse,
)

__all__ = ["Citation", "Note", "Notes", "Piece", "Source", "Text"]
__all__ += ["citation_keys", "parse", "problems"]

FAULTS = {
    "unclosed": gettext_lazy("This note has no ] at its end: %(text)s"),
    "unbalanced": gettext_lazy("Bold, italics or a link go beyond the end of this note: %(text)s"),
    "empty": gettext_lazy("This note is empty: %(text)s"),
    "nested": gettext_lazy("A note cannot contain another note: %(text)s"),
    "unreadable": gettext_lazy(
        "This reference cannot be read: %(text)s. Write [@key] or [@key, p. 12]; "
        "put a semicolon between two: [@key; @other]."
    ),
}
MARK = Markup(
    '<sup class="note-mark"><a id="%(id)s" href="#%(target)s" role="doc-noteref" '
    'aria-label="%(label)s">%(number)s</a></sup>'
)
CITATION = Markup(
    '<a class="cite" id="%(id)s" href="#%(target)s" role="doc-biblioref" '
    'aria-label="%(label)s">[%(text)s]</a>'
)
BACK_LINK = Markup('<a href="#%(target)s" role="doc-backlink" aria-label="%(label)s">%(text)s</a>')
MOST_PROBLEMS = 20
UP = "↑"


@dataclass
class Footnote:
    """A note below the text, in the active language."""

    number: int
    html: Markup = field(default_factory=Markup)

    @property
    def id(self) -> str:
        """The id of the note itself."""
        return f"fn-{self.number}"

    @property
    def mark_id(self) -> str:
        """The id of its mark in the text."""
        return f"fnref-{self.number}"

    @property
    def back_link(self) -> Markup:
        """The link that leads back into the text."""
        label = gettext("Back to note %(number)s in the text") % {"number": self.number}
        return BACK_LINK % {"target": self.mark_id, "label": label, "text": UP}


@dataclass
class Reference:
    """An entry in the list of references, with how often it was cited."""

    number: int
    key: str
    uses: int = 0

    @property
    def id(self) -> str:
        """The id of the entry."""
        return f"ref-{self.number}"

    def use_id(self, use: int) -> str:
        """Return the id of the citation that was the `use`-th, from 1."""
        return f"cite-{self.number}-{use}"

    @property
    def back_links(self) -> list[Markup]:
        """A link back to each place in the text: a, b, c; an arrow for a single one."""
        return [self._back_link(use) for use in range(1, self.uses + 1)]

    def _back_link(self, use: int) -> Markup:
        name = place_name(use) if self.uses > 1 else UP
        label = gettext("Back to reference %(number)s in the text") % {"number": self.number}
        label = f"{label}: {name}" if self.uses > 1 else label
        return BACK_LINK % {"target": self.use_id(use), "label": label, "text": name}


class Notes:
    """Collects the notes and references of one page from its texts, given in their order."""

    def __init__(self, known_keys: Collection[str] = ()) -> None:
        """Number only references with known keys; the marks of others stay as they are."""
        self.known_keys = known_keys
        self.footnotes: list[Footnote] = []
        self.by_key: dict[str, Reference] = {}

    @property
    def references(self) -> list[Reference]:
        """The references that were cited, in the order of their first use."""
        return list(self.by_key.values())

    def __call__(self, html: str) -> Markup:
        """Return sanitised HTML with links in place of the marks."""
        return self._rendered(parse(html))

    def _rendered(self, pieces: Collection[Piece]) -> Markup:
        return Markup("").join(self._piece(piece) for piece in pieces)

    def _piece(self, piece: Piece) -> Markup:
        if isinstance(piece, Note):
            return self._note(piece)
        if isinstance(piece, Citation):
            return Markup(", ").join(self._source(source) for source in piece.sources)
        return Markup(piece.html)  # noqa: S704  (our own sanitised text)

    def _note(self, note: Note) -> Markup:
        footnote = Footnote(len(self.footnotes) + 1)
        self.footnotes.append(footnote)
        footnote.html = self._rendered(note.pieces)
        label = gettext("Note %(number)s") % {"number": footnote.number}
        return MARK % {
            "id": footnote.mark_id,
            "target": footnote.id,
            "label": label,
            "number": footnote.number,
        }

    def _source(self, source: Source) -> Markup:
        if source.key not in self.known_keys:
            return escape(f"[{', '.join(filter(None, (f'@{source.key}', source.locator)))}]")
        unused = Reference(len(self.by_key) + 1, source.key)
        reference = self.by_key.setdefault(source.key, unused)
        reference.uses += 1
        text = ", ".join(filter(None, (str(reference.number), source.locator)))
        return CITATION % {
            "id": reference.use_id(reference.uses),
            "target": reference.id,
            "label": gettext("Reference %(number)s") % {"number": text},
            "text": text,
        }


def place_name(use: int) -> str:
    """Return a, b, …, z, aa, ab, … for 1, 2, …"""
    name = ""
    while use:
        use, index = divmod(use - 1, len(ascii_lowercase))
        name = ascii_lowercase[index] + name
    return name


def citation_keys(html: str) -> list[str]:
    """Return the keys that are cited, each once, in the order of their first use."""
    return keys_in(parse(html))


def keys_in(pieces: Iterable[Piece]) -> list[str]:
    """Return the keys that are cited in parsed text, as `citation_keys` does."""
    keys = (source.key for citation in citations(pieces) for source in citation.sources)
    return list(dict.fromkeys(keys))


def problems(html: str, known_keys: Collection[str]) -> list[str]:
    """Return what an editor must put right, one sentence each; no more than `MOST_PROBLEMS`."""
    parser = Parser(html)
    unknown = [key for key in keys_in(parser.pieces) if key not in known_keys]
    messages = (
        *(fault_message(fault) for fault in parser.faults[:MOST_PROBLEMS]),
        *unknown_messages(unknown[:MOST_PROBLEMS], known_keys),
    )
    return list(messages[:MOST_PROBLEMS])


def fault_message(fault: Fault) -> str:
    """Return the message for a faulty mark, with how the text goes on there."""
    text = " ".join(unescape(Markup(fault.start).striptags()).split())  # noqa: S704
    return FAULTS[fault.kind] % {"text": f"{text[:39]}…" if len(text) > 40 else text}


def unknown_messages(unknown: list[str], known_keys: Collection[str]) -> Iterator[str]:
    """Yield a message for each key that no reference has, with those that look alike."""
    for key in unknown:
        similar = get_close_matches(key, known_keys, n=3)
        if similar:
            message = gettext("No reference has the key “%(key)s”. Is it %(similar)s?")
            yield message % {"key": key, "similar": ", ".join(similar)}
        else:
            yield gettext("No reference has the key “%(key)s”.") % {"key": key}
