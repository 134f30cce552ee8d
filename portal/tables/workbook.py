"""`workbook SOURCE TARGET LINES COLUMNS CHARACTERS`: writes the first sheet as lines of JSON.

A program for the sandbox: the workbook is a stranger's. A line is its number and a list of texts;
empty ones are left out. Of more lines, columns or characters in a cell than asked for, one more is
written, so that the reader sees it.
"""

import json
import os
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

# Of the parsers that openpyxl knows, the one that refuses entities.
os.environ |= {"OPENPYXL_LXML": "False", "OPENPYXL_DEFUSEDXML": "True"}

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from portal.media.processing.archives import open_archive

UNUSABLE = 3


def main(source: str, target: str, lines: str, columns: str, characters: str) -> int:
    """Write the lines of the first sheet that is not hidden."""
    with Path(source).open("rb") as file, Path(target).open("w") as output:
        open_archive(file)
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheets = [each for each in book.worksheets if isinstance(each, ReadOnlyWorksheet)]
        sheet = next(each for each in sheets if each.sheet_state == "visible")
        sheet.reset_dimensions()
        for number, line in islice(_lines(sheet, int(columns) + 1), int(lines) + 1):
            cells = [as_text(value)[: int(characters) + 1] for value in line]
            json.dump([number, cells], output)
            output.write("\n")
    return 0


def _lines(sheet: ReadOnlyWorksheet, columns: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
    lines = enumerate(sheet.iter_rows(max_col=columns, values_only=True), start=1)
    return ((number, line) for number, line in lines if any(map(is_filled, line)))


def is_filled(value: Any) -> bool:
    """Whether there is something in a cell."""
    return value is not None


def as_text(value: Any) -> str:
    """Return what a cell holds: numbers with a point, dates as 2027-03-01, yes as true."""
    match value:
        case None:
            text = ""
        case bool():
            text = str(value).lower()
        case float() if value.is_integer():
            text = f"{value:.0f}"
        case datetime() if value.time() == time():
            text = value.date().isoformat()
        case datetime():
            text = value.isoformat(" ", "seconds")
        case date() | time():
            text = value.isoformat()
        case _:
            text = str(value)
    return text


if __name__ == "__main__":
    try:
        code = main(*sys.argv[1:])
    except MemoryError:
        raise
    except Exception as error:
        sys.stderr.write(f"{error!r}\n")
        code = UNUSABLE
    sys.exit(code)
