"""The numbers and anchors of a chapter's headings, figures and tables."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.blocks.text import anchor

HEADINGS = ("heading", "subheading")
KINDS = (*HEADINGS, "figure", "table")


@dataclass(frozen=True)
class Numbered:
    """A numbered part: `id` of its block, `number` such as "3.1.2", `anchor` unique on the page."""

    id: str
    kind: str
    number: str
    text: str
    anchor: str


class Outline:
    """Gives numbers in the order of the text; one for each page."""

    def __init__(self, chapter: int | None = None) -> None:
        """Number within `chapter`, or from 1 where there is none."""
        self.prefix = [] if chapter is None else [chapter]
        self.counts: Counter[str] = Counter()
        self.anchors: set[str] = set()

    def add(self, block_id: str, kind: str, text: str) -> Numbered:
        """Return the next part of one of the `KINDS`, numbered."""
        number = ".".join(map(str, [*self.prefix, *self._next(kind)]))
        wanted = anchor(text) if kind in HEADINGS else f"{kind}-{number.replace('.', '-')}"
        return Numbered(block_id, kind, number, text, self._unique(wanted))

    def _next(self, kind: str) -> list[int]:
        """Return the numbers below the chapter's; a subheading before all headings is one."""
        if kind == "subheading" and self.counts["heading"]:
            self.counts[kind] += 1
            return [self.counts["heading"], self.counts[kind]]
        if kind in HEADINGS:
            kind, self.counts["subheading"] = "heading", 0
        self.counts[kind] += 1
        return [self.counts[kind]]

    def _unique(self, wanted: str) -> str:
        """Return the anchor, with "-2", "-3" for those that are taken; remember it."""
        self.counts[wanted] += 1
        found = wanted if self.counts[wanted] == 1 else f"{wanted}-{self.counts[wanted]}"
        if found in self.anchors:
            return self._unique(wanted)
        self.anchors.add(found)
        return found


def outline(
    blocks: Iterable[tuple[str, str, str]], chapter: int | None = None
) -> Iterator[Numbered]:
    """Yield the numbered parts among blocks given as (id, type, text); others are passed over.

    Headings are numbered 3.1, subheadings 3.1.2; figures and tables 3.1 each in their own row.
    """
    numbers = Outline(chapter)
    for block_id, kind, text in blocks:
        if kind in KINDS:
            yield numbers.add(block_id, kind, text)
