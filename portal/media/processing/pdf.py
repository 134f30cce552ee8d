"""PDF files: read by pypdf, their first page drawn by PDFium."""

from pathlib import Path
from typing import IO, Any

import pypdfium2
from pypdf.errors import PyPdfError

from portal.media.processing.limits import CHARACTERS, PAGES
from portal.media.processing.pdf_cleaning import open_pdf
from portal.media.processing.problems import TOO_BIG, UnusableDocumentError

COVER_WIDTH, COVER_HEIGHT = 800, 1200  # pixels
COVER_QUALITY = 85


def write_text(source: Path, folder: Path) -> None:
    """Write the number of pages, then their text page by page, so that a cut leaves a beginning."""
    reader = open_pdf(source.read_bytes())
    with (folder / "text").open("w", errors="replace") as output:
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
