"""What somebody uploads or pastes becomes lines of cells, whatever wrote it."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from portal import sandbox
from portal.media.document_files import check_document_file
from portal.media.processing.plain import decoded
from portal.tables.columns import Known, positions

PROGRAM = "portal.tables.workbook"
SANDBOX = sandbox.Limits(
    memory=512 * 1024**2,
    output=100_000_000,
    cpu_seconds=10,
    wall_seconds=20,
)
# Excel's own, and the container of its older files and of those with a password.
WORKBOOK_STARTS = (b"PK", b"\xd0\xcf\x11\xe0")
SEPARATORS = ";,\t"
SEPARATOR_LINE = "sep="
# So many lines may be looked through for the titles: above them stand a heading, a date.
ABOVE = 10


@dataclass(frozen=True)
class Limits:
    """Of a table: bytes of the file, lines below the titles, columns, characters of a cell."""

    size: int = 5_000_000
    lines: int = 10_000
    columns: int = 100
    characters: int = 2_000


# With their numbers as spreadsheets count, without those that are empty.
Lines = Iterator[tuple[int, list[str]]]


@contextmanager
def lines_of(upload: UploadedFile, known: Known, limits: Limits) -> Iterator[Lines]:
    """Give the lines of an uploaded file; raises ValidationError for what cannot be read.

    The separator of a CSV file is the one that shows most of the `known` titles.
    """
    if (upload.size or 0) > limits.size:
        raise _too_large(limits)
    start = upload.read(4)
    upload.seek(0)
    if start.startswith(WORKBOOK_STARTS):
        check_document_file(File(upload, name="table.xlsx"))
        with TemporaryDirectory(prefix="table-") as folder:
            yield _workbook_lines(upload, Path(folder), limits)
    else:
        check_document_file(File(upload, name="table.csv"))
        upload.seek(0)
        yield text_lines(decoded(upload.read()), known, limits)


def text_lines(text: str, known: Known, limits: Limits) -> Lines:
    """Return the lines of a text, each cell apart; raises ValidationError as `lines_of` does."""
    if len(text) > limits.size:
        raise _too_large(limits)
    text = text.removeprefix("\ufeff")
    if text[: len(SEPARATOR_LINE)].lower() == SEPARATOR_LINE:
        text = text.partition("\n")[2]
    return _split(text, max(SEPARATORS, key=lambda each: _most_titles(text, each, known)))


def _most_titles(text: str, separator: str, known: Known) -> int:
    start = "\n".join(text[:20_000].splitlines()[:ABOVE])
    lines = csv.reader(StringIO(start, newline=""), delimiter=separator)
    return max((len(positions(known, line)) for line in lines), default=0)


def _split(text: str, separator: str) -> Lines:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, line in enumerate(reader, start=1):
            if any(line):
                yield number, line
    except csv.Error as error:
        message = _(
            "Line %(line)s: a quotation mark opens a cell that does not end with one. "
            "Leave it out, or save the table as an Excel workbook (XLSX)."
        )
        raise ValidationError(message, code="quotes", params={"line": number + 1}) from error


def _workbook_lines(upload: UploadedFile, folder: Path, limits: Limits) -> Lines:
    source, target = folder / "table.xlsx", folder / "lines"
    with source.open("wb") as copy:
        upload.seek(0)
        copy.writelines(upload.chunks())
    bounds = map(str, (limits.lines + ABOVE, limits.columns, limits.characters))
    ended = sandbox.run(PROGRAM, str(source), str(target), *bounds, folder=folder, limits=SANDBOX)
    if ended.code:
        message = _(
            "This workbook cannot be read: it is damaged, or far larger than a table should be. "
            "Copy the table into a new workbook and upload that."
        )
        raise ValidationError(message, code="workbook")
    with target.open() as lines:
        yield from (tuple(json.loads(line)) for line in lines)


def _too_large(limits: Limits) -> ValidationError:
    message = _("This table is larger than %(size)s. Divide it into several.")
    return ValidationError(message, code="size", params={"size": filesizeformat(limits.size)})
