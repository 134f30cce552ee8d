"""The evidence map: needs against strength of evidence, as the rows and cells of a table."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

MOST = 8  # models in a cell; with more it shows their number


class Entry(NamedTuple):
    """A model with what it is found by: `values["need"]` and `values["strength"]`.

    `brief_title` is what it is called in the map, `title` in full.
    """

    title: str
    brief_title: str
    url: str
    language: str
    values: dict[str, set[str]]


class Cell(NamedTuple):
    """The models of one need with evidence of one strength."""

    label: str
    url: str
    entries: list[Entry]
    is_rated: bool

    @property
    def is_crowded(self) -> bool:
        """Whether there are too many models to name each."""
        return len(self.entries) > MOST


class Band(NamedTuple):
    """One need, with a cell for each strength."""

    name: str
    cells: list[Cell]


class EvidenceMap:
    """Needs from top to bottom, strength of evidence from left to right."""

    def __init__(
        self,
        needs: dict[str, str],
        strengths: dict[str, str],
        unrated: str,
        entries: list[Entry],
        url_of: Callable[[str, str], str],
    ) -> None:
        """Take names by code, the code of what is not rated, and the addresses of cells."""
        self.needs = needs
        self.strengths = strengths
        self.unrated = unrated
        self.entries = entries
        self.url_of = url_of

    @property
    def bands(self) -> Iterator[Band]:
        """The needs that a model answers, one below the other."""
        for need, name in self.needs.items():
            entries = [entry for entry in self.entries if need in entry.values["need"]]
            if entries:
                yield Band(name, list(self._cells(need, entries)))

    def _cells(self, need: str, entries: list[Entry]) -> Iterator[Cell]:
        for strength, label in self.strengths.items():
            here = [entry for entry in entries if strength in entry.values["strength"]]
            yield Cell(label, self.url_of(need, strength), here, strength != self.unrated)
