"""Tables that people take away: in their language, computed by nobody, never whole in memory."""

import csv
import datetime
import io
import tracemalloc
from decimal import Decimal

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy, override
from openpyxl import load_workbook

from portal.tables.cells import SIGNS
from portal.tables.columns import Column
from portal.tables.reading import read_upload
from portal.tables.writing import csv_lines, csv_response, xlsx_response

TITLES = ["Emri", gettext_lazy("Yes")]
NOON = timezone.make_aware(datetime.datetime(2027, 8, 12, 12, 0))
ROW = ['Ëla; "Ç"\n2', -1234.5, Decimal("0.10"), 7, True, None, NOON.date(), NOON, "-1", NOON.time()]


def csv_of(*rows) -> str:
    return b"".join(csv_lines(TITLES, rows)).decode()


def sheet_of(*rows):
    response = xlsx_response("lista", TITLES, rows)
    return load_workbook(io.BytesIO(b"".join(response.streaming_content))).active


@pytest.mark.parametrize(
    ("language", "separator", "cells"),
    [
        ("sq", ";", ["-1234,5", "0,10", "7", "Po", "", "12.08.2027", "12.08.2027 12:00", "'-1"]),
        ("en", ",", ["-1234.5", "0.10", "7", "Yes", "", "12/08/2027", "12/08/2027 12:00", "'-1"]),
    ],
)
def test_csv_is_in_the_visitors_language(language, separator, cells):
    with override(language):
        text = csv_of(ROW)
        assert text.startswith("\ufeff")
        titles, row = csv.reader(io.StringIO(text[1:], newline=""), delimiter=separator)
    assert titles == ["Emri", cells[3]]
    assert row == [ROW[0], *cells, "12:00"]


def test_csv_stays_in_the_language_in_which_it_was_asked_for():
    with override("sq"):
        response = csv_response("lista", TITLES, [[True]])
    with override("en"):
        assert b"".join(response.streaming_content).decode() == "\ufeffEmri;Po\r\nPo\r\n"
    assert response["Content-Disposition"] == 'attachment; filename="lista.csv"'
    assert response["Cache-Control"] == "private, no-store"


def test_a_workbook_has_numbers_and_dates_that_can_be_reckoned_with():
    with override("sq"):
        sheet = sheet_of(ROW)
    titles, row = sheet.iter_rows()
    assert [cell.value for cell in titles[:2]] == ["Emri", "Po"]
    values = [cell.value for cell in row]
    naive = datetime.datetime(2027, 8, 12, 12, 0)
    assert values[:6] == [ROW[0], -1234.5, 0.1, 7, "Po", None]
    assert values[6:] == [datetime.datetime(2027, 8, 12), naive, "-1", naive.time()]
    assert [row[6].number_format, row[7].number_format] == ["dd.mm.yyyy", "dd.mm.yyyy hh:mm"]


@pytest.mark.parametrize("sign", SIGNS)
def test_no_text_is_computed(sign):
    text = f"{sign}1+1|cmd"
    (_titles, row) = csv.reader(io.StringIO(csv_of([text])[1:], newline=""))
    assert row == [f"'{text}"]
    cell = sheet_of([text])["A2"]
    assert (cell.value.strip(), cell.data_type) == (text.strip(), "s")


def test_control_characters_do_no_harm():
    assert csv_of(["a\0b\x1f"]).endswith("ab\r\n")
    assert sheet_of(["a\0b\x1f"])["A2"].value == "ab"


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("write", [csv_response, xlsx_response])
def test_what_was_written_can_be_read(language, write):
    columns = [
        Column("phone", forms.CharField(label="Telefoni")),
        Column("on", forms.DateField(label="Data")),
        Column("hours", forms.DecimalField(label="Orë", localize=True)),
    ]
    row = {"phone": "+355 69 1", "on": NOON.date(), "hours": Decimal("7.5")}
    with override(language):
        response = write("lista", [column.label for column in columns], [row.values()])
        data = b"".join(response.streaming_content)
        table = read_upload(SimpleUploadedFile("lista", data), columns)
    assert [dict(each.values) for each in table.rows] == [row]


@pytest.mark.parametrize("write", [csv_response, xlsx_response])
def test_ten_times_the_rows_take_no_more_memory(write):
    def peak(rows: int) -> int:
        tracemalloc.start()
        response = write("x", TITLES, ([f"Emri {n}", n, NOON] for n in range(rows)))
        for _part in response.streaming_content:
            pass
        taken = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return taken

    peak(10)
    assert peak(3_000) < peak(300) + 500_000
