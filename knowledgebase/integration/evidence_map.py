"""The arithmetic of the evidence map, needs against strength of evidence, in its own units."""

from collections.abc import Callable, Iterator
from functools import cached_property
from textwrap import wrap
from typing import NamedTuple

WIDTH = 340
COLUMN = 56
MARGIN = 2
PITCH = 26  # a finger's width on the narrowest phone
PER_ROW = 2
MOST = 8  # marks in a cell; with more models it shows their number
LINE = 19
HEAD = 66
GAP = 12
LETTERS_IN_NAME = 38
LETTERS_IN_HEAD = 8


class Entry(NamedTuple):
    """A model with what it is found by: `values["need"]` and `values["strength"]`."""

    number: int
    title: str
    url: str
    language: str
    values: dict[str, set[str]]


class Mark(NamedTuple):
    """A model's place in the drawing."""

    entry: Entry
    x: float
    y: float


class Cell(NamedTuple):
    """The models of one need with evidence of one strength."""

    label: str
    url: str
    entries: list[Entry]
    x: float
    y: float

    @property
    def is_crowded(self) -> bool:
        """Whether there are too many models to mark each."""
        return len(self.entries) > MOST

    @property
    def rows(self) -> int:
        """How many rows of marks it needs."""
        return 1 if self.is_crowded else -(-len(self.entries) // PER_ROW)

    @property
    def centre(self) -> tuple[float, float]:
        """Where the number of a crowded cell stands."""
        return self.x + COLUMN / 2, self.y + PITCH / 2

    @property
    def marks(self) -> Iterator[Mark]:
        """Each model's place, in rows from the upper left."""
        for index, entry in enumerate(self.entries):
            row, column = divmod(index, PER_ROW)
            left = self.x + (COLUMN - PER_ROW * PITCH) / 2
            yield Mark(entry, left + (column + 0.5) * PITCH, self.y + (row + 0.5) * PITCH)


class Band(NamedTuple):
    """One need: its name in lines, and its cells that are not empty."""

    name: str
    lines: list[str]
    y: float
    cells: list[Cell]
    bottom: float


class Column(NamedTuple):
    """The head of a column: its number (none for what is not rated) and its name in lines."""

    number: int
    lines: list[str]
    x: float


class EvidenceMap:
    """Needs from top to bottom, strength of evidence from left to right."""

    width = WIDTH

    def __init__(
        self,
        needs: dict[str, str],
        columns: dict[str, str],
        entries: list[Entry],
        url_of: Callable[[str, str], str],
    ) -> None:
        """Take names by code; `url_of` gives the address of a cell's models."""
        self.needs = needs
        self.names = columns
        self.entries = entries
        self.url_of = url_of

    @property
    def columns(self) -> list[Column]:
        """The heads of all columns."""
        return [
            Column(index, wrap(name, LETTERS_IN_HEAD), _left(index) + COLUMN / 2)
            for index, name in enumerate(self.names.values())
        ]

    @property
    def borders(self) -> list[float]:
        """Where one column ends and the next begins."""
        return [_left(index) for index in range(1, len(self.names))]

    @cached_property
    def bands(self) -> list[Band]:
        """The needs that a model answers, one below the other."""
        bands: list[Band] = []
        for need, name in self.needs.items():
            entries = [entry for entry in self.entries if need in entry.values["need"]]
            if entries:
                bands.append(self._band(need, name, entries, bands[-1].bottom if bands else HEAD))
        return bands

    def _band(self, need: str, name: str, entries: list[Entry], y: float) -> Band:
        lines = wrap(name, LETTERS_IN_NAME)
        top = y + GAP + LINE * len(lines)
        cells = list(self._cells(need, entries, top))
        return Band(name, lines, y, cells, top + PITCH * max(cell.rows for cell in cells) + GAP)

    def _cells(self, need: str, entries: list[Entry], y: float) -> Iterator[Cell]:
        for index, (strength, label) in enumerate(self.names.items()):
            here = [entry for entry in entries if strength in entry.values["strength"]]
            if here:
                yield Cell(label, self.url_of(need, strength), here, _left(index), y)

    @property
    def height(self) -> float:
        """The height of the drawing."""
        return self.bands[-1].bottom if self.bands else HEAD


def _left(index: int) -> float:
    return MARGIN + index * COLUMN
