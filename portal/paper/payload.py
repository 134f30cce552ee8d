"""What goes to the typesetter: the tree as plain data, made safe to set."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from django.utils.encoding import iri_to_uri

from portal.paper.letters import breakable, printable
from portal.paper.pen import Scan
from portal.paper.tree import Citation, Document, Figure, Footnote, Heading, Inline, Jump, Link

SCHEMES = ("https://", "http://", "mailto:", "tel:")
MAX_URL = 2000


class Payload:
    """The data of one document, and its pictures by the names that the data uses."""

    def __init__(self, document: Document) -> None:
        self.pictures: dict[str, bytes] = {}
        self._targets: set[str] = set()
        self._level = 0
        self.data = self._plain(document) | {"targets": sorted(self._targets)}

    def _plain(self, value: Any) -> Any:
        if isinstance(value, str):
            return breakable(printable(value))
        if is_dataclass(value):
            return self._node(value)
        if isinstance(value, Sequence) and not isinstance(value, bytes):
            return [self._plain(item) for item in value]
        return value

    def _node(self, node: Any) -> dict[str, Any] | str:
        if isinstance(node, Heading):
            if not text_of(node.children).strip():
                return ""  # PDF/UA allows no heading without words
            node = self._without_gap(node)
        plain = {field.name: self._plain(getattr(node, field.name)) for field in fields(node)}
        plain["kind"] = type(node).__name__.lower()
        if hasattr(node, "label"):
            plain["label"] = self._label(node)
        return plain | self._unlike_text(node)

    def _unlike_text(self, node: Any) -> dict[str, Any]:
        """The parts of a node that are not words."""
        if isinstance(node, Document):
            return {"address": printable_address(node.address), "changed_at": None}
        if isinstance(node, Link):
            return {"url": printable_address(node.url)}
        if isinstance(node, Figure | Scan):
            return self._picture(node.picture)
        return {}

    def _without_gap(self, heading: Heading) -> Heading:
        """PDF/UA allows no level to be skipped on the way down."""
        self._level = max(1, min(heading.level, 3, self._level + 1))
        return replace(heading, level=self._level)

    def _label(self, node: Any) -> str:
        """A label can be the target of one node only: the first that has it."""
        label = node.label.encode("ascii", "backslashreplace").decode()
        if isinstance(node, Jump | Citation):
            return label
        if label in self._targets:
            return ""
        self._targets.add(label)
        return label

    def _picture(self, picture: bytes | str) -> dict[str, Any]:
        name = f"picture-{len(self.pictures)}"
        if isinstance(picture, bytes):
            self.pictures[name] = picture
            return {"picture": name, "vector": False}
        self.pictures[name] = picture.encode(errors="replace")
        return {"picture": name, "vector": True}


def printable_address(url: str) -> str:
    """Return `url` in letters that can be printed; empty unless absolute and safe to open."""
    if not url.lower().startswith(SCHEMES) or not url.isprintable() or len(url) > MAX_URL:
        return ""
    return url if printable(url) == url else iri_to_uri(url)


def text_of(nodes: Sequence[Inline]) -> str:
    """Return the words of inline nodes, without their notes and marks, as they will be printed."""
    return "".join(
        printable(node) if isinstance(node, str) else text_of(getattr(node, "children", ()))
        for node in nodes
        if not isinstance(node, Footnote)
    )
