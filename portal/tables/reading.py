"""Reads a table that somebody brings: rows by declared columns, and what is wrong with which line.

Nothing is decided here: whether a table with one wrong line is refused as a whole is for the
caller, who sees the rows that can be read and the problems of those that cannot.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.middleware import CONTROL
from portal.tables.cells import without_apostrophe
from portal.tables.columns import Column, by_title, positions
from portal.tables.lines import ABOVE, Limits, Lines, lines_of, text_lines

LIMITS = Limits()


@dataclass(frozen=True)
class Row:
    """A line that could be read; `line` is its number as a spreadsheet counts."""

    line: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Problem:
    """What is wrong with a line, in the visitor's language; of the whole line without a column."""

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        if not self.column:
            return _("Line %(line)s: %(message)s") % vars(self)
        return _("Line %(line)s, %(column)s: %(message)s") % vars(self)


@dataclass
class Table:
    """What was read; lines are either in `rows` or, once for each cell, in `problems`.

    `ignored` are titles of columns that nobody asked for.
    """

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def read_upload(upload: UploadedFile, columns: Sequence[Column], limits: Limits = LIMITS) -> Table:
    """Return what a CSV file or an Excel workbook (its first visible sheet) holds.

    A workbook is read in the sandbox, which takes seconds. Raises ValidationError where no line
    can be read: another kind of file, too large, without titles or a required column.
    """
    with lines_of(upload, by_title(columns), limits) as lines:
        return _read(lines, columns, limits)


def read_text(text: str, columns: Sequence[Column], limits: Limits = LIMITS) -> Table:
    """Return what somebody pasted, from a spreadsheet or out of a CSV file; as `read_upload`."""
    return _read(text_lines(text, by_title(columns), limits), columns, limits)


def _read(lines: Lines, columns: Sequence[Column], limits: Limits) -> Table:
    known = by_title(columns)
    above = list(islice(lines, ABOVE))
    titles_in = [len(positions(known, line)) for _number, line in above]
    place = titles_in.index(max(titles_in)) if above else 0
    titles = above[place][1] if above else []
    found = positions(known, titles)
    _check_titles(columns, found)
    named = [title.strip() for index, title in enumerate(titles) if index not in found]
    table = Table(ignored=[title for title in named if title])
    reader = _Reader(found, len(titles), limits)
    for count, (number, line) in enumerate(chain(above[place + 1 :], lines), start=1):
        if count > limits.lines:
            message = _("This table has more than %(lines)s lines. Divide it into several.")
            raise ValidationError(message, code="lines", params={"lines": limits.lines})
        reader.read(table, number, line)
    if not (table.rows or table.problems):
        raise ValidationError(_("This table has no lines below the names of its columns."))
    return table


def _check_titles(columns: Sequence[Column], found: Mapping[int, Column]) -> None:
    there = list(found.values())
    if missing := [each.label for each in columns if each.field.required and each not in there]:
        message = ngettext(
            "The column %(names)s is missing. The first line of a table names its columns.",
            "The columns %(names)s are missing. The first line of a table names its columns.",
            len(missing),
        )
        names = ", ".join(f"“{name}”" for name in missing)
        raise ValidationError(message, code="columns", params={"names": names})
    if twice := [each.label for each in columns if there.count(each) > 1]:
        message = _("Two columns are called “%(name)s”. Keep one of them.")
        raise ValidationError(message, code="twice", params={"name": twice[0]})


class _Reader:
    """Reads line after line by the columns that were found."""

    def __init__(self, found: Mapping[int, Column], width: int, limits: Limits) -> None:
        self.cells = [(place, column, column.label) for place, column in found.items()]
        self.width, self.limits = width, limits

    def read(self, table: Table, number: int, line: list[str]) -> None:
        """Add a line to the rows of the table, or what is wrong with it to its problems."""
        has_more = any(cell.strip() for cell in line[self.width :])
        cells = [
            (column, label, "".join(line[place : place + 1])) for place, column, label in self.cells
        ]
        if not (has_more or any(cell.strip() for _column, _label, cell in cells)):
            return
        values: dict[str, Any] = {}
        problems = []
        if has_more:
            message = _("This line has more cells than there are columns.")
            problems.append(Problem(number, "", message))
        for column, label, cell in cells:
            try:
                values[column.name] = self._value(column, cell)
            except ValidationError as error:
                problems.append(Problem(number, label, " ".join(error.messages)))
        table.problems += problems
        if not problems:
            table.rows.append(Row(number, values))

    def _value(self, column: Column, cell: str) -> Any:
        if len(cell) > self.limits.characters:
            message = _("This cell has more than %(characters)s characters.")
            raise ValidationError(message, params={"characters": self.limits.characters})
        return column.field.clean(without_apostrophe(CONTROL.sub("", cell).strip()))
