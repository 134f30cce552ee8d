"""Reads XML as a stream, without document types, entities or anything from outside."""

from collections.abc import Container
from dataclasses import dataclass
from typing import IO, Any
from xml.sax.handler import ContentHandler
from xml.sax.saxutils import XMLGenerator

from defusedxml.expatreader import DefusedExpatParser

from portal.media.processing.problems import TOO_BIG, UnusableDocumentError
from portal.media.processing.traces import is_path, without_own_folders

# What points from markup to a relationship of its part.
POINTERS = ("/relationships", "urn:schemas-microsoft-com:office:office")


def read(file: IO[bytes], handler: ContentHandler) -> None:
    """Send the XML in `file` to `handler`; a document type or an entity raises ValueError."""
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(handler)
    parser.parse(file)


def names(text: str) -> frozenset[str]:
    """Return the names that a text has between spaces."""
    return frozenset(text.split())


def local(name: str) -> str:
    """Return an element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]


@dataclass(frozen=True)
class Rules:
    """What is left out of markup, by names without prefixes.

    dropped     elements, with all that is in them
    unwrapped   elements whose content stays
    emptied     elements that stay and say nothing
    attributes  those that say who, when or where, besides those that are paths
    formulas    elements whose text may hold paths
    fields      fields of word processors, by their first word, that show what we do not tell
    """

    dropped: frozenset[str] = frozenset()
    unwrapped: frozenset[str] = frozenset()
    emptied: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    formulas: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()


class Cleaner(XMLGenerator):
    """Writes what it is sent as `rules` say; comments and instructions to programs are gone.

    Elements that point to one of the relationships `gone` are left out, but for those in KEPT,
    which lose the pointer. `used` are the relationships that what is left points to.
    """

    KEPT = frozenset({"pageSetup"})

    def __init__(self, output: IO[bytes], rules: Rules, gone: Container[str] = ()) -> None:
        super().__init__(output, "utf-8", short_empty_elements=True)
        self._rules, self._gone = rules, gone
        self._depth_dropped = 0
        self._depth_emptied = 0
        self._prefixes: set[str] = set()
        self._text: list[str] | None = None
        self._fields: list[list[Any]] = []  # of each open field: its words, whether it shows them
        self.used: set[str] = set()

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        element = local(name)
        self._note_prefixes(attrs)
        pointers = {key: value for key, value in attrs.items() if self._points(key)}
        is_gone = element not in self.KEPT and any(id_ in self._gone for id_ in pointers.values())
        if self._depth_dropped or is_gone or element in self._rules.dropped:
            self._depth_dropped += 1
            return
        if self._depth_emptied or element in self._rules.emptied or self._shows_name(attrs):
            self._depth_emptied += 1
        self._follow_field(element, attrs)
        if element in self._rules.unwrapped:
            return
        self.used.update(id_ for id_ in pointers.values() if id_ not in self._gone)
        super().startElement(name, self._clean_attributes(attrs))  # type: ignore[arg-type]
        if element in self._rules.formulas:
            self._text = []

    def endElement(self, name: str) -> None:  # noqa: N802
        if self._depth_dropped:
            self._depth_dropped -= 1
            return
        if self._depth_emptied:
            self._depth_emptied -= 1
        if self._text is not None:
            text = "".join(self._text)
            self._text = None
            if self._fields and local(name) == "instrText":
                self._fields[-1][0] += text
            super().characters(without_own_folders(text))
        if local(name) not in self._rules.unwrapped:
            super().endElement(name)

    def characters(self, content: str) -> None:
        if self._depth_dropped or self._depth_emptied or self._is_in_name():
            return
        if self._text is not None:
            self._text.append(content)
        else:
            super().characters(content)

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: N802
        """Leave instructions to programs out."""

    def _note_prefixes(self, attrs: Any) -> None:
        for key, value in attrs.items():
            if key.startswith("xmlns:") and value.endswith(POINTERS):
                self._prefixes.add(local(key))

    def _points(self, attribute: str) -> bool:
        return attribute.rpartition(":")[0] in self._prefixes

    def _clean_attributes(self, attrs: Any) -> dict[str, str]:
        return {
            key: self._clean_value(key, value)
            for key, value in attrs.items()
            if not self._says_who(local(key)) and not (self._points(key) and value in self._gone)
        }

    def _clean_value(self, key: str, value: str) -> str:
        if key.startswith("xmlns"):
            return value
        return "" if is_path(value) else without_own_folders(value)

    def _says_who(self, attribute: str) -> bool:
        return attribute in self._rules.attributes or attribute.startswith("rsid")

    def _shows_name(self, attrs: Any) -> bool:
        """Whether this is a simple field of a word processor that shows a name or a path."""
        instructions = (value for key, value in attrs.items() if local(key) == "instr")
        return any(self._names(words) for words in instructions)

    def _follow_field(self, element: str, attrs: Any) -> None:
        """Follow a field that is spread over elements: its begin, its words, what it shows."""
        if element != "fldChar":
            return
        kind = next((value for key, value in attrs.items() if local(key) == "fldCharType"), "")
        if kind == "begin":
            self._fields.append(["", False])
        elif self._fields and kind == "separate":
            self._fields[-1][1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _is_in_name(self) -> bool:
        return any(shows and self._names(words) for words, shows in self._fields)

    def _names(self, words: str) -> bool:
        return next(iter(words.upper().split()), "") in self._rules.fields


class Words(ContentHandler):
    """Collects the text of a part up to `room` characters; beyond, it raises TOO_BIG.

    `holders` are the elements whose text counts (all when empty), `skipped` those in which nothing
    does; after `blocks` a new line begins.
    """

    SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " "}
    SPACES |= {"noBreakHyphen": "\u2011"}

    def __init__(
        self, holders: Container[str], skipped: Container[str], blocks: Container[str], room: int
    ) -> None:
        super().__init__()
        self._holders, self._skipped, self._blocks = holders, skipped, blocks
        self._room = room
        self._depth_skipped = 0
        self._is_open = False
        self.found: list[str] = []

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        element = local(name)
        if self._depth_skipped or element in self._skipped:
            self._depth_skipped += 1
            return
        self._is_open = not self._holders or element in self._holders
        if element in self.SPACES:
            self._add(self.SPACES[element])

    def endElement(self, name: str) -> None:  # noqa: N802
        if self._depth_skipped:
            self._depth_skipped -= 1
            return
        self._is_open = not self._holders
        if local(name) in self._blocks:
            self._add("\n")

    def characters(self, content: str) -> None:
        if self._is_open and not self._depth_skipped:
            self._add(content)

    def _add(self, text: str) -> None:
        self.found.append(text[: self._room])
        self._room -= len(text)
        if self._room <= 0:
            raise UnusableDocumentError(TOO_BIG)
