"""Reads the lexicon of uniparser-albanian and writes out the inflected forms of its words.

Only its data files are read (`lexemes.txt` and `paradigms.txt`); its own analyser would need
1.2 GB. A lexeme has numbered stems and names of paradigms; a paradigm lists endings, each on
one of the stems, and may hand on to another paradigm in the place of `<.>`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

# Gheg and obsolete forms, the admirative, the optative and imperatives with clitics would cost
# half of the table for words that no official text uses.
RARE = frozenset({"nonst", "Gheg", "old", "adm", "opt", "imper"})
ON_A_STEM = re.compile(r"(?:<(\d)>)?\.([^\[\] ]*)")
DEEPEST = 4


@dataclass
class Entry:
    """One lexeme or one ending with its fields, as the files list them."""

    values: dict[str, str] = field(default_factory=dict)
    paradigms: list[str] = field(default_factory=list)

    def add(self, key: str, value: str) -> None:
        if key == "paradigm":
            self.paradigms.append(value)
        else:
            self.values[key] = value


class Ending(NamedTuple):
    stem: int
    letters: str
    grammar: str


class Lexicon:
    """The lexicon in a directory; OSError where it is not there."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._endings: dict[str, frozenset[Ending]] = {}

    def lexemes(self) -> Iterator[Entry]:
        """Yield every lexeme of the standard language."""
        entry = Entry()
        for key, value in _lines(self.directory / "lexemes.txt"):
            if key == "-lexeme":
                entry = Entry()
            entry.add(key, value)
            if key == "trans_en" and not is_rare(entry.values["gramm"]):
                yield entry

    def forms(self, lexeme: Entry) -> set[tuple[str, str]]:
        """Return the forms of a lexeme, each with its grammar."""
        stems = [stem.split("//") for stem in lexeme.values["stem"].split("|")]
        return {
            (stem.replace(".", "") + ending.letters, ending.grammar)
            for paradigm in lexeme.paradigms
            for ending in self.endings(paradigm)
            if ending.stem < len(stems)
            for stem in stems[ending.stem]
            if "NOSTEM" not in stem
        }

    def endings(self, paradigm: str, depth: int = 0) -> frozenset[Ending]:
        """Return the endings of a paradigm, those of the paradigms that it hands on to included."""
        if is_rare(paradigm.replace("-", ",")) or depth > DEEPEST:
            return frozenset()
        if paradigm not in self._endings:
            rows = (self._expanded(row, depth) for row in self._paradigms[paradigm])
            self._endings[paradigm] = frozenset(ending for row in rows for ending in row)
        return self._endings[paradigm]

    def _expanded(self, row: Entry, depth: int) -> Iterator[Ending]:
        grammar = row.values.get("gramm", "nonst")
        if is_rare(grammar):
            return
        for number, letters in ON_A_STEM.findall(row.values["-flex"].replace("//", " ")):
            first, handed_on, last = letters.partition("<.>")
            following = self._following(row, depth) if handed_on else [("", "")]
            for middle, more in following:
                whole = (first + middle + last).replace(".", "")
                yield Ending(int(number or 0), whole, f"{grammar},{more}")

    def _following(self, row: Entry, depth: int) -> list[tuple[str, str]]:
        return [
            (ending.letters, f"{name},{ending.grammar}")
            for name in row.paradigms
            for ending in self.endings(name, depth + 1)
        ]

    @cached_property
    def _paradigms(self) -> dict[str, list[Entry]]:
        paradigms: dict[str, list[Entry]] = defaultdict(list)
        rows: list[Entry] = []
        for key, value in _lines(self.directory / "paradigms.txt"):
            if key == "-paradigm":
                rows = paradigms[value]
                continue
            if key == "-flex":
                rows.append(Entry())
            if rows:
                rows[-1].add(key, value)
        return paradigms


def is_rare(grammar: str) -> bool:
    """Tell whether tags name what a reader of official texts does not meet."""
    return not RARE.isdisjoint(grammar.replace(" ", "").split(","))


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        key, _, value = line.strip().partition(":")
        yield key, value.strip()
