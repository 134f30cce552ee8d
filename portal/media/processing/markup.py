"""Reads XML as a stream, without document types, entities or anything from outside."""

from collections.abc import Container
from typing import IO, Any
from xml.sax.handler import ContentHandler
from xml.sax.saxutils import XMLGenerator

from defusedxml.expatreader import DefusedExpatParser

from portal.media.processing.problems import TOO_BIG, UnusableDocumentError


def read(file: IO[bytes], handler: ContentHandler) -> None:
    """Send the XML in `file` to `handler`; a document type or an entity raises ValueError."""
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(handler)
    parser.parse(file)


def local(name: str) -> str:
    """Return an element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]


class Nameless(XMLGenerator):
    """Writes what it is sent, without the names of people.

    `elements` are emptied; `attributes` (attribute, or element@attribute) are left blank.
    """

    def __init__(
        self, output: IO[bytes], elements: Container[str], attributes: Container[str]
    ) -> None:
        super().__init__(output, "utf-8", short_empty_elements=True)
        self._elements = elements
        self._attributes = attributes
        self._inside_name = False

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        self._inside_name = local(name) in self._elements
        super().startElement(
            name,
            {key: "" if self._names_somebody(name, key) else value for key, value in attrs.items()},  # type: ignore[arg-type]
        )

    def endElement(self, name: str) -> None:  # noqa: N802
        self._inside_name = False
        super().endElement(name)

    def characters(self, content: str) -> None:
        if not self._inside_name:
            super().characters(content)

    def _names_somebody(self, element: str, attribute: str) -> bool:
        name = local(attribute)
        return name in self._attributes or f"{local(element)}@{name}" in self._attributes


class Words(ContentHandler):
    """Collects the text of a part up to `room` characters; beyond, it raises TOO_BIG.

    `holders` are the elements whose text counts (all when empty), `skipped` those in which nothing
    does; after `blocks` a new line begins.
    """

    SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " "}

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
