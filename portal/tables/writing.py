"""Writes tables that people take away, line by line: CSV, and workbooks of Excel.

Titles, dates and figures are as the visitor's language writes them; texts are never computed.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import chain
from tempfile import TemporaryFile
from typing import IO, Any

from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.formats import date_format, get_format, time_format
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext, override
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from wagtail.admin.views.mixins import Echo, ExcelDateFormatter

from portal.middleware import CONTROL
from portal.tables.cells import without_formula

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Cells = Iterable[Any]
NUMBERS = (int, float, Decimal)


def csv_response(
    filename: str, titles: Sequence[Any], rows: Iterable[Cells]
) -> StreamingHttpResponse:
    """Return a CSV file, sent while its rows are read."""
    return StreamingHttpResponse(
        csv_lines(titles, rows),
        content_type="text/csv; charset=utf-8",
        headers=_headers(f"{filename}.csv"),
    )


def xlsx_response(filename: str, titles: Sequence[Any], rows: Iterable[Cells]) -> FileResponse:
    """Return a workbook, written into a temporary file that goes when it is sent."""
    file = TemporaryFile()  # noqa: SIM115, the response closes it
    write_workbook(file, titles, rows)
    file.seek(0)
    return FileResponse(file, content_type=WORKBOOK, headers=_headers(f"{filename}.xlsx"))


def csv_lines(titles: Sequence[Any], rows: Iterable[Cells]) -> Iterator[bytes]:
    """Yield the lines of a CSV file, in the language that is active when this is called.

    As Windows has it: semicolons between cells where the comma is in numbers. The mark at the
    beginning tells Excel that it is UTF-8.
    """
    return _csv_lines(titles, rows, get_language() or "")


def _csv_lines(titles: Sequence[Any], rows: Iterable[Cells], language: str) -> Iterator[bytes]:
    # What is streamed is written after the request, when the language is no longer active.
    separator = ";" if get_format("DECIMAL_SEPARATOR", language) == "," else ","
    writer = csv.writer(Echo(), delimiter=separator)
    with override(language):
        first = writer.writerow(map(as_text, titles))
    yield b"\xef\xbb\xbf" + first
    for row in rows:
        with override(language):
            line = writer.writerow(map(as_text, row))
        yield line


def as_text(value: Any) -> str:
    """Return a cell of a CSV file."""
    match value:
        case None:
            text = ""
        case bool():
            text = _yes_or_no(value)
        case int() | float() | Decimal():
            text = str(value).replace(".", get_format("DECIMAL_SEPARATOR"))
        case datetime():
            text = date_format(_local(value), "SHORT_DATETIME_FORMAT")
        case date():
            text = date_format(value, "SHORT_DATE_FORMAT")
        case time():
            text = time_format(value, "TIME_FORMAT")
        case _:
            text = without_formula(CONTROL.sub("", str(value)))
    return text


def write_workbook(file: IO[bytes], titles: Sequence[Any], rows: Iterable[Cells]) -> None:
    """Write a workbook of one sheet, row by row, so that it never stands in memory as a whole."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    formats: dict[type, str] = {
        datetime: ExcelDateFormatter().format(get_format("SHORT_DATETIME_FORMAT")),
        date: ExcelDateFormatter().format(get_format("SHORT_DATE_FORMAT")),
    }
    for row in chain([titles], rows):
        sheet.append([_cell(sheet, value, formats) for value in row])
    book.save(file)


def _cell(sheet: Any, value: Any, formats: dict[type, str]) -> Any:
    if value is None or (isinstance(value, NUMBERS) and not isinstance(value, bool)):
        return value
    if isinstance(value, datetime):
        cell = WriteOnlyCell(sheet, _local(value).replace(tzinfo=None, microsecond=0))
    elif isinstance(value, date | time):
        cell = WriteOnlyCell(sheet, value)
    else:
        cell = WriteOnlyCell(sheet, "")
        cell.value = CONTROL.sub("", _yes_or_no(value) if isinstance(value, bool) else str(value))
        cell.data_type = "s"  # a text that begins like a formula stays a text
    if kind := formats.get(type(value)):
        cell.number_format = kind
    return cell


def _local(moment: datetime) -> datetime:
    return moment if timezone.is_naive(moment) else timezone.localtime(moment)


def _yes_or_no(value: bool) -> str:
    return gettext("Yes") if value else gettext("No")


def _headers(filename: str) -> dict[str, str]:
    disposition = content_disposition_header(True, filename) or ""
    return {"Content-Disposition": disposition, "Cache-Control": "private, no-store"}
