"""The parts of a document that is worked with on paper: ticked, written in, scanned."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from portal.paper.tree import Flow


@dataclass(frozen=True)
class Choices:
    """A list with a place for the pen before each item: a box to `tick`, or to `write` in.

    With `letters` the items are called A, B, C …
    """

    items: "Sequence[Flow]"
    place: Literal["tick", "write", "none"] = "tick"
    letters: bool = False


@dataclass(frozen=True)
class Lines:
    """Ruled lines to write on; `label` stands at the beginning of the first."""

    count: int = 1
    label: str = ""


@dataclass(frozen=True)
class Columns:
    """Two flows side by side, which are read one after the other."""

    left: "Flow"
    right: "Flow"


@dataclass(frozen=True)
class Together:
    """Blocks that stay on one page, unless they are long."""

    children: "Flow"


@dataclass(frozen=True)
class Scan:
    """A flow beside a QR code (SVG) that leads where the flow says; `alt` describes the code."""

    children: "Flow"
    picture: str
    alt: str
