"""Documents are cleaned of names and read, and hostile ones hurt nobody."""

import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from pypdf import PdfReader

from portal import sandbox
from portal.media import document_processing
from portal.media.document_processing import process
from portal.media.models import Document, DocumentText, Image
from portal.media.states import CLEANED, Processing
from portal.media.storages import private_storage, public_storage
from tests.media import document_samples as documents
from tests.media import samples
from tests.media.factories import DocumentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]

FULL_OF_NAMES = {
    "pdf": documents.pdf,
    "scan.pdf": documents.pdf_full_of_names,
    "docx": documents.docx,
    "xlsx": documents.xlsx,
    "pptx": documents.pptx,
    "odt": documents.odt,
    "ods": lambda: documents.odt("spreadsheet"),
    "odp": lambda: documents.odt("presentation"),
}
HOSTILE = {
    "encrypted pdf": ("x.pdf", documents.encrypted_pdf, Processing.ENCRYPTED),
    "encrypted odt": ("x.odt", documents.encrypted_odt, Processing.ENCRYPTED),
    "unknown type": ("x.zip", documents.docx, Processing.DAMAGED),
    "no pdf at all": ("x.pdf", samples.pdf, Processing.DAMAGED),
    "page tree with a loop": ("x.pdf", documents.looping_pdf, Processing.DAMAGED),
    "deeply nested pdf": ("x.pdf", documents.nested_pdf, Processing.DAMAGED),
    "truncated docx": ("x.docx", lambda: documents.docx()[:-40], Processing.DAMAGED),
    "zip bomb": ("x.docx", documents.zip_bomb, Processing.TOO_BIG),
    "lying zip": ("x.docx", documents.lying_zip, Processing.DAMAGED),
    "billion laughs": (
        "x.docx",
        lambda: documents.docx(documents.billion_laughs()),
        Processing.DAMAGED,
    ),
    "billion laughs in odt": (
        "x.odt",
        lambda: documents.odt(content=documents.billion_laughs()),
        Processing.DAMAGED,
    ),
}


def processed(name: str, data: bytes) -> Document:
    document = DocumentFactory.create(file=ContentFile(data, name))
    process(document.pk)
    document.refresh_from_db()
    return document


def stored(document: Document) -> bytes:
    with document.public_file.open() as file:
        return file.read()


def test_a_pdf_is_read_page_by_page() -> None:
    document = processed("x.pdf", documents.pdf(3))
    assert document.processing == Processing.READY
    assert document.page_count == 3
    pages = document.extracted.text.split("\f")
    assert pages == [f"{documents.SENTENCE} {number}" for number in (1, 2, 3)]


def test_five_hundred_pages() -> None:
    document = processed("x.pdf", documents.pdf(500))
    assert document.processing == Processing.READY
    assert document.page_count == 500
    assert document.extracted.text.split("\f")[499].endswith(" 500")


def test_the_cover_is_the_first_page() -> None:
    document = processed("x.pdf", documents.pdf())
    assert document.cover.title.endswith(f": {document.title}")
    with document.cover.open_file() as file:
        width, height = PillowImage.open(file).size
    assert width <= 800
    assert height <= 1200
    assert max(width / 800, height / 1200) > 0.99


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("x.docx", documents.docx(), f"{documents.SENTENCE}\te re\n\n"),
        ("x.odt", documents.odt(), f"{documents.SENTENCE}\nnjë dy\n"),
        ("x.xlsx", documents.xlsx(), f"{documents.SENTENCE}\nbrenda\n"),
        ("x.TXT", documents.SENTENCE.encode(), documents.SENTENCE),
        ("x.csv", documents.SENTENCE.encode("cp1252"), documents.SENTENCE),
    ],
)
def test_the_text_of_other_types(name: str, data: bytes, text: str) -> None:
    document = processed(name, data)
    assert document.processing == Processing.READY
    assert document.page_count is None
    assert document.extracted.text == text


def test_slides_are_pages() -> None:
    document = processed("x.pptx", documents.pptx())
    assert document.page_count == 10
    assert document.extracted.text.split("\f")[9] == "Faqja 10\n"


@pytest.mark.parametrize(("name", "make"), FULL_OF_NAMES.items(), ids=FULL_OF_NAMES)
def test_no_name_is_left(name: str, make) -> None:
    data = make()
    assert samples.SECRET in documents.unpacked(data)
    document = processed(f"x.{name}", data)
    assert document.processing in CLEANED
    assert samples.SECRET not in documents.unpacked(stored(document))


def test_a_pdf_keeps_its_title_tags_and_pages() -> None:
    document = processed("x.pdf", documents.pdf(2))
    reader = PdfReader(BytesIO(stored(document)))
    assert reader.metadata == {"/Title": "Udhëzues"}
    assert "/StructTreeRoot" in reader.root_object
    assert len(reader.pages) == 2


def test_an_open_document_begins_with_its_type() -> None:
    data = stored(processed("x.odt", documents.odt()))
    assert data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text")


def test_the_original_stays_private_and_the_clean_file_is_public() -> None:
    document = processed("Udhëzues i ri.pdf", documents.pdf())
    assert document.filename == "Udhëzues_i_ri.pdf"
    assert document.public_size == len(stored(document))
    assert public_storage().exists(document.public_file.name)
    assert not public_storage().exists(document.file.name)
    with private_storage().open(document.file.name) as file:
        assert samples.SECRET in documents.unpacked(file.read())


def test_a_scan_has_no_text() -> None:
    document = processed("x.pdf", documents.scanned_pdf())
    assert document.processing == Processing.NO_TEXT
    assert document.page_count == 1
    assert "OCR" in document.advice


def test_a_text_that_is_too_long_is_read_in_part() -> None:
    document = processed("x.txt", b"abcde fgh\n" * 400_000)
    assert document.processing == Processing.PARTIAL
    assert len(document.extracted.text) == 3_000_000


@pytest.mark.parametrize(("name", "make", "problem"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_documents(name: str, make, problem: Processing) -> None:
    data = make()
    started = time.monotonic()
    document = processed(name, data)
    assert time.monotonic() - started < 20
    assert document.processing == problem
    assert not document.is_public
    assert document.advice
    assert not document.public_file
    with document.open_file() as file:
        assert file.read() == data
    assert not DocumentText.objects.exists()
    assert not Image.objects.exists()


def test_a_page_that_unpacks_to_hundreds_of_megabytes() -> None:
    document = processed("x.pdf", documents.deflated_bomb_pdf())
    assert document.processing == Processing.TOO_BIG


def test_no_other_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("fshehtë")
    data = documents.docx(documents.external_entity(str(secret)))
    assert processed("x.docx", data).processing == Processing.DAMAGED
    assert not DocumentText.objects.exists()


def test_a_process_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = replace(document_processing.LIMITS, wall_seconds=0.01)
    monkeypatch.setattr(document_processing, "LIMITS", limits)
    assert processed("x.pdf", documents.pdf()).processing == Processing.TOO_BIG


def test_a_fault_of_ours_is_not_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox.sys, "executable", "/bin/false")
    document = DocumentFactory.create()
    with pytest.raises(RuntimeError, match="code 1"):
        process(document.pk)
    document.refresh_from_db()
    assert document.processing == Processing.WAITING


def test_a_file_that_is_gone() -> None:
    document = DocumentFactory.create()
    document.file.storage.delete(document.file.name)
    process(document.pk)
    document.refresh_from_db()
    assert document.processing == Processing.DAMAGED


def test_a_document_that_is_gone() -> None:
    process(12345)
    assert not DocumentText.objects.exists()
