"""PDF files: cleaned and read by pypdf, their first page drawn by PDFium."""

from pathlib import Path
from typing import IO, Any

import pypdfium2
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from portal.media.metadata import strip_jpeg
from portal.media.processing.limits import CHARACTERS, PAGES
from portal.media.processing.problems import ENCRYPTED, TOO_BIG, UnusableDocumentError

# XMP, what the authoring programs keep for themselves, and files inside the file.
PRIVATE_KEYS = ("/Metadata", "/PieceInfo", "/EmbeddedFiles", "/AF", "/EF")
MARKUP_AUTHOR = "/T"  # of an annotation that is no form field
JPEG = ("/DCTDecode", ["/DCTDecode"])
COVER_WIDTH, COVER_HEIGHT = 800, 1200  # pixels
COVER_QUALITY = 85


def clean(source: Path, folder: Path) -> None:
    """Write the document without metadata, comments' authors, attachments and older versions."""
    with source.open("rb") as file:
        reader = _open(file)
        writer = PdfWriter(clone_from=reader)
        title = _harmless_title(reader)
        writer.metadata = None
        if title:
            writer.add_metadata({"/Title": title})
        for value in writer._objects:
            _clean_object(value)
        writer.compress_identical_objects(remove_duplicates=False)
        writer.write(folder / "clean")


def _open(file: IO[bytes]) -> PdfReader:
    reader = PdfReader(file)
    if reader.is_encrypted:
        raise UnusableDocumentError(ENCRYPTED)
    return reader


def _harmless_title(reader: PdfReader) -> str:
    """Return the title, which screen readers announce, unless it is a path with a user's name."""
    title = str(reader.metadata.title or "") if reader.metadata else ""
    return "" if "/" in title or "\\" in title else title


def _clean_object(value: Any) -> None:
    """Clean an object and those inside it; what it refers to is an object of the file itself."""
    if isinstance(value, ArrayObject):
        for item in value:
            _clean_object(item)
    if isinstance(value, DictionaryObject):
        _clean_dictionary(value)
        for item in value.values():
            _clean_object(item)


def _clean_dictionary(value: DictionaryObject) -> None:
    for key in PRIVATE_KEYS:
        value.pop(key, None)
    if "/Rect" in value and value.get("/Subtype") != "/Widget":
        value.pop(MARKUP_AUTHOR, None)
    if isinstance(value, StreamObject) and value.get("/Filter") in JPEG:
        value._data = strip_jpeg(value._data)


def write_text(source: Path, folder: Path) -> None:
    """Write the number of pages, then their text page by page, so that a cut leaves a beginning."""
    with source.open("rb") as file, (folder / "text").open("w", errors="replace") as output:
        reader = _open(file)
        count = len(reader.pages)
        (folder / "pages").write_text(str(count))
        _write_pages(reader.pages[:PAGES], output)
    if count > PAGES:
        raise UnusableDocumentError(TOO_BIG)


def _write_pages(pages: Any, output: IO[str]) -> None:
    room = CHARACTERS
    for number, page in enumerate(pages):
        text = _page_text(page)[:room]
        room -= len(text)
        output.write("\f" + text if number else text)
        output.flush()
        if room <= 0:
            raise UnusableDocumentError(TOO_BIG)


def _page_text(page: Any) -> str:
    """Return the page's text, empty where pypdf cannot make anything of it."""
    try:
        return page.extract_text().replace("\f", "\n")
    except (PyPdfError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError):
        return ""


def draw_cover(source: Path, folder: Path) -> None:
    """Write a picture of the first page that fits into COVER_WIDTH by COVER_HEIGHT pixels."""
    document = pypdfium2.PdfDocument(source)
    page = document[0]
    width, height = page.get_size()
    scale = min(COVER_WIDTH / width, COVER_HEIGHT / height)
    picture = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    picture.thumbnail((COVER_WIDTH, COVER_HEIGHT))  # rounding may have added a pixel
    picture.save(folder / "cover.webp", quality=COVER_QUALITY)
