"""Tables as people have them are read, and what is wrong is said line by line."""

import csv
import datetime
import io
import time
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy, override
from openpyxl import Workbook

from portal.tables.columns import Column
from portal.tables.lines import SANDBOX, Limits
from portal.tables.reading import read_text, read_upload
from tests.media import office_samples as office

COLUMNS = [
    Column("name", forms.CharField(label=gettext_lazy("name"), max_length=80)),
    Column("email", forms.EmailField(label=gettext_lazy("E-mail")), others=["Adresa e postës"]),
    Column("born", forms.DateField(label="Datëlindja", required=False)),
    Column("hours", forms.DecimalField(label="Orë", required=False)),
]
HEAD = "Emri,E-mail\n"


@pytest.fixture(autouse=True)
def albanian():
    with override("sq"):
        yield


def upload(data: bytes, name: str = "tabela.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def workbook(*lines, above=()) -> bytes:
    book = Workbook()
    for line in (*above, *lines):
        book.active.append(line)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def values(table) -> list[dict]:
    assert not table.problems, [str(each) for each in table.problems]
    return [dict(row.values) for row in table.rows]


ELA = {"name": "Ëla Çuko", "email": "ela@example.org"}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1250", "cp1252", "utf-16", "iso-8859-1"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_whatever_wrote_the_file_it_is_read(encoding, separator, end):
    lines = [["Emri", "E-mail"], ["Ëla Çuko", "ela@example.org"]]
    text = end.join(separator.join(line) for line in lines)
    assert values(read_upload(upload(text.encode(encoding)), COLUMNS)) == [ELA]


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1250", "Đorđe Kovačić"), ("cp1252", "Nicolò Forlì")]
)
def test_windows_has_two_encodings_for_neighbours_names(encoding, name):
    data = f"{HEAD}{name},a@example.org".encode(encoding)
    assert values(read_upload(upload(data), COLUMNS))[0]["name"] == name


@pytest.mark.parametrize(
    "titles",
    ["EMRI;e_mail", " emri : ;Email*", "Name;E-MAIL", "name;adresa e postes", "sep=;\nEmri;E-mail"],
)
def test_titles_are_forgiven_case_marks_and_language(titles):
    assert values(read_text(f"{titles}\nËla Çuko;ela@example.org", COLUMNS)) == [ELA]


def test_the_order_is_free_and_others_columns_are_ignored():
    table = read_text("Nr.\tE-mail\tEmri\n1\tela@example.org\tËla Çuko\n2\t\t", COLUMNS)
    assert values(table) == [ELA]
    assert table.ignored == ["Nr."]


def test_lines_may_stand_above_the_titles_and_cells_may_break():
    text = 'Lista,e re\n\nEmri,E-mail\n"Ëla\nÇuko, dr.",ela@example.org\n\n'
    table = read_text(text, COLUMNS)
    assert values(table) == [{"name": "Ëla\nÇuko, dr.", "email": "ela@example.org"}]
    assert table.rows[0].line == 4


def test_a_workbook_keeps_dates_numbers_and_texts():
    data = workbook(
        ["Emri", "E-mail", "Datëlindja", "Orë"],
        ["Ëla Çuko", "ela@example.org", datetime.datetime(1990, 3, 1), 7.5],
        [],
        [355691234567, "b@example.org", "1.3.1990", "=1+1"],
        above=[["Lista"]],
    )
    table = read_upload(upload(data, "tabela.xlsx"), COLUMNS)
    born = datetime.date(1990, 3, 1)
    assert values(table) == [
        {**ELA, "born": born, "hours": Decimal("7.5")},
        {"name": "355691234567", "email": "b@example.org", "born": born, "hours": None},
    ]
    assert [row.line for row in table.rows] == [3, 5]


def test_what_is_wrong_is_said_by_line_and_column_in_the_visitors_language():
    text = "Emri,E-mail,Datëlindja\nËla,kot,1.3.1990\n,b@example.org,nesër\nEla,c@example.org,,x"
    problems = read_text(text, COLUMNS).problems
    assert [(each.line, each.column) for each in problems] == [
        (2, "E-mail"),
        (3, "emri"),
        (3, "Datëlindja"),
        (4, ""),
    ]
    assert str(problems[3]) == "Rreshti 4: Ky rresht ka më shumë qeliza sesa ka tabela kolona."
    with override("en"):
        (problem,) = read_text(f"{HEAD}Ëla,kot", COLUMNS).problems
        assert str(problem) == "Line 2, E-mail: Enter a valid email address."


def test_a_table_with_a_wrong_line_still_has_its_right_ones():
    table = read_text(f"{HEAD}Ëla Çuko,ela@example.org\nBora,kot", COLUMNS)
    assert [dict(row.values) for row in table.rows] == [ELA]
    assert len(table.problems) == 1


def test_telephone_numbers_come_back_from_a_table_of_ours():
    assert values(read_text(f"{HEAD}'+355 69,a@example.org", COLUMNS))[0]["name"] == "+355 69"


SMALL = Limits(size=2_000, lines=2, characters=20)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "columns"),
        ("Emri\nËla", "columns"),
        ("Ëla,ela@example.org", "columns"),
        (f"{HEAD}", None),
        ("Emri,E-mail,Name\na,a@example.org,b", "twice"),
        (f'{HEAD}"Ëla,ela@example.org\n', "quotes"),
        (HEAD + "Ëla,ela@example.org\n" * 3, "lines"),
        (HEAD + " " * 2_000, "size"),
    ],
)
def test_a_table_without_sense_is_refused_in_words(text, code):
    for read in (read_text, lambda text, *rest: read_upload(upload(text.encode()), *rest)):
        with pytest.raises(ValidationError) as refused:
            read(text, COLUMNS, SMALL)
        assert refused.value.code == code
        assert "%(" not in refused.value.messages[0]


def test_a_long_cell_is_a_problem_of_its_line():
    (problem,) = read_text(f"{HEAD}{'Ë' * 21},a@example.org", COLUMNS, SMALL).problems
    assert (problem.line, problem.column) == (2, "emri")


HOSTILE_SHEETS = {
    "a line far below": '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
    "a line without end": '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>',
    "a cell far to the right": '<row r="1"><c r="XFD1"><v>1</v></c></row>',
    "an entity": '<!DOCTYPE x [<!ENTITY a "aaaa">]><row r="1"><c r="A1"><v>&a;</v></c></row>',
    "no markup": "<row",
    "a broken number": '<row r="1"><c r="A1" t="s"><v>77</v></c></row>',
}


@pytest.mark.parametrize("name", HOSTILE_SHEETS)
def test_a_hostile_workbook_is_refused_in_time(name, monkeypatch):
    monkeypatch.setattr("portal.tables.lines.SANDBOX", replace(SANDBOX, cpu_seconds=2))
    begun = time.monotonic()
    with pytest.raises(ValidationError) as refused:
        read_upload(upload(with_sheet(HOSTILE_SHEETS[name])), COLUMNS)
    assert refused.value.code in {"workbook", "columns"}
    assert time.monotonic() - begun < 25


def with_sheet(rows: str) -> bytes:
    """Return a workbook whose sheet holds these rows."""
    start, _, rest = rows.rpartition("<row") if rows.startswith("<!") else ("", "", rows)
    head, body = (start, f"<row{rest}") if start else ("", rows)
    sheet = (
        f'{head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="A1:XFD1048576"/><sheetData>{body}</sheetData></worksheet>'
    )
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(["x"]))) as old,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            is_sheet = member == "xl/worksheets/sheet1.xml"
            new.writestr(member, sheet if is_sheet else old.read(member))
    return output.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04", "damaged_document"),
        (office.simple("docx"), "another_type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "another_type"),
        (b"<html><table>", "another_type"),
        (b"\x89PNG\r\n\x1a\n\0\0", "another_type"),
    ],
)
def test_another_kind_of_file_is_told_by_its_bytes(data, code):
    with pytest.raises(ValidationError) as refused:
        read_upload(upload(data, "tabela.xlsx"), COLUMNS)
    assert refused.value.code == code


@pytest.mark.quiet
def test_ten_thousand_lines_are_read_quickly():
    lines = [["Emri", "E-mail", "Datëlindja", "Orë"]]
    lines += [[f"Emri {n}", f"a{n}@example.org", "1.3.1990", 7.5] for n in range(10_000)]
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(lines)
    begun = time.process_time()
    assert len(read_text(text.getvalue(), COLUMNS).rows) == 10_000
    assert time.process_time() - begun < 5
    assert len(read_upload(upload(workbook(*lines)), COLUMNS).rows) == 10_000
