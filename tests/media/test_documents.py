"""Documents are what their extension says, and are served so that no browser runs them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.search.backends import get_search_backend

from portal.media.models import Document
from portal.media.states import Processing
from tests.media import document_samples as documents
from tests.media import office_samples as office
from tests.media import samples
from tests.media.factories import DocumentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]

ANOTHER_TYPE = "whatever its name says"
DAMAGED = "This document is damaged or cut short"
MACROS = "This document contains macros"
PROTECTED = "This document is protected"
BOMB = "takes far more space than its file"
DOCX = office.simple("docx")
MACROS_IN_WORD = office.package(
    office.Part(
        "word/document.xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "<x/>",
        "officeDocument",
    )
)

ACCEPTED = {
    "x.pdf": samples.pdf(),
    "x.PDF": samples.pdf(),
    "x.docx": DOCX,
    "x.xlsx": office.simple("xlsx"),
    "x.pptx": office.simple("pptx"),
    "x.odt": samples.open_document("text"),
    "x.ods": samples.open_document("spreadsheet"),
    "x.odp": samples.open_document("presentation"),
    "x.csv": "bashkia;numri\nKorçë;3\n".encode(),
    "x.txt": "Këshillë".encode("cp1252"),
    "browser.docx": office.simple("docx", name="word/document2.xml"),
    "mailed.pdf": b"\r\nFrom the server\r\n" + samples.pdf(),
    "bitmap.txt": b"BM, Bashkia Malesi",
    "program.txt": b"MZ dhe Rar!",
    "windows.csv": "bashkia;numri".encode("utf-16"),
}
REFUSED = {
    "html as pdf": ("x.pdf", samples.HTML, ANOTHER_TYPE),
    "html as txt": ("x.txt", b"\xef\xbb\xbf \n" + samples.HTML, ANOTHER_TYPE),
    "svg as csv": ("x.csv", samples.SVG_WITH_SCRIPT, ANOTHER_TYPE),
    "program as txt": ("x.txt", samples.EXE, ANOTHER_TYPE),
    "program as docx": ("x.docx", samples.EXE, ANOTHER_TYPE),
    "workbook as docx": ("x.docx", office.simple("xlsx"), ANOTHER_TYPE),
    "text as spreadsheet": ("x.ods", samples.open_document("text"), ANOTHER_TYPE),
    "archive as odt": ("x.odt", samples.archive({"a.exe": samples.EXE}), ANOTHER_TYPE),
    "macros in docx": ("x.docx", MACROS_IN_WORD, MACROS),
    "macros in ods": (
        "x.ods",
        samples.open_document("spreadsheet", **{"Basic/Standard/Module1.xml": b""}),
        MACROS,
    ),
    "truncated pdf": ("x.pdf", samples.pdf()[:-8], DAMAGED),
    "truncated docx": ("x.docx", DOCX[:-40], DAMAGED),
    "encrypted pdf": ("x.pdf", documents.encrypted_pdf(), PROTECTED),
    "encrypted docx": ("x.docx", documents.encrypted_docx(), PROTECTED),
    "encrypted odt": ("x.odt", documents.encrypted_odt(), PROTECTED),
    "old word as docx": ("x.docx", documents.encrypted_docx()[:300], ANOTHER_TYPE),
    "zip bomb": ("x.docx", documents.zip_bomb(), BOMB),
    "macro extension": ("x.docm", DOCX, "docm"),
    "html": ("x.html", samples.HTML, "html"),
    "program": ("x.exe", samples.EXE, "exe"),
    "empty": ("x.pdf", b"", "empty"),
}
accepted = pytest.mark.parametrize(("name", "data"), ACCEPTED.items(), ids=ACCEPTED)
refused = pytest.mark.parametrize(("name", "data", "message"), REFUSED.values(), ids=REFUSED)


@pytest.fixture(autouse=True)
def english(settings: Settings) -> None:
    settings.LANGUAGE_CODE = "en"


@accepted
def test_accepted(admin: Client, name: str, data: bytes) -> None:
    upload = SimpleUploadedFile(name, data)
    fields = {"title": "x", "file": upload, "description": "y", "collection": 1}
    response = admin.post(reverse("wagtaildocs:add"), fields)
    assert response.status_code == 302
    document = Document.objects.get()
    assert document.description == "y"
    with document.open_file() as file:
        assert file.read() == data


@refused
def test_refused_by_the_form(admin: Client, name: str, data: bytes, message: str) -> None:
    upload = SimpleUploadedFile(name, data)
    response = admin.post(
        reverse("wagtaildocs:add"), {"title": "typed", "file": upload, "collection": 1}
    )
    assert response.status_code == 200
    form = response.context["form"]
    assert message in form.errors["file"][0]
    assert form["title"].value() == "typed"
    assert not Document.objects.exists()


@refused
def test_refused_among_others(admin: Client, name: str, data: bytes, message: str) -> None:
    upload = SimpleUploadedFile(name, data)
    response = admin.post(
        reverse("wagtaildocs:add_multiple"), {"title": "x", "collection": 1, "files[]": upload}
    )
    assert response.json()["success"] is False
    assert message in response.json()["error_message"]
    assert not Document.objects.exists()


def test_too_many_bytes(admin: Client, settings: Settings) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 20
    upload = SimpleUploadedFile("x.pdf", samples.pdf())
    response = admin.post(reverse("wagtaildocs:add"), {"title": "x", "file": upload})
    assert "This file is too big" in response.context["form"].errors["file"][0]


def test_an_upload_is_finished_after_another_field_was_wrong(admin: Client) -> None:
    upload = SimpleUploadedFile("x.pdf", samples.pdf())
    answer = admin.post(
        reverse("wagtaildocs:add_multiple"), {"title": "x" * 300, "files[]": upload}
    ).json()
    number = answer["uploaded_file_id"]
    response = admin.post(
        reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[number]),
        {f"uploaded-document-{number}-title": "x", f"uploaded-document-{number}-collection": 1},
    )
    assert response.json()["success"] is True
    assert Document.objects.get().file.name.endswith(".pdf")


def test_the_title_changes_without_reading_the_file(admin: Client) -> None:
    document = DocumentFactory.create()
    document.file.storage.delete(document.file.name)
    address = reverse("wagtaildocs:edit", args=[document.pk])
    response = admin.post(address, {"title": "new", "collection": 1})
    assert response.status_code == 302
    document.refresh_from_db()
    assert document.title == "new"


@pytest.mark.parametrize(
    ("name", "content_type", "disposition"),
    [
        ("x.pdf", "application/pdf", "inline"),
        ("x.csv", "text/csv", "attachment"),
        ("x.odt", "application/vnd.oasis.opendocument.text", "attachment"),
    ],
)
def test_download(client: Client, name: str, content_type: str, disposition: str) -> None:
    file = SimpleUploadedFile(name, ACCEPTED[name])
    document = DocumentFactory.create(file=file, public_file=file, processing=Processing.READY)
    response = client.get(document.url)
    assert b"".join(response) == ACCEPTED[name]
    assert response["Content-Type"].split(";")[0] == content_type
    assert response["Content-Disposition"].startswith(disposition)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.has_header("Content-Encoding")
    assert response["Content-Security-Policy"] == "default-src 'none'"
    response.close()


def test_the_chooser_finds_by_words(admin: Client) -> None:
    document = DocumentFactory.create(title="Raporti vjetor", processing=Processing.READY)
    get_search_backend().add(document)
    address = reverse("wagtaildocs_chooser:choose_results")
    assert "Raporti vjetor" in admin.get(address, {"q": "vjetor"}).content.decode()
