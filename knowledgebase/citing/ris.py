"""A work as a record of RIS, the oldest format that every reference manager reads."""

from collections.abc import Iterator

from knowledgebase.citing.work import Kind, PartialDate, Work, bare_doi, one_line

TYPES = {
    Kind.ARTICLE: "JOUR",
    Kind.BOOK: "BOOK",
    Kind.CHAPTER: "CHAP",
    Kind.LAW: "STAT",
    Kind.REPORT: "RPRT",
    Kind.THESIS: "THES",
    Kind.VIDEO: "VIDEO",
    Kind.WEB: "ELEC",
}


def record(work: Work) -> str:
    """Return the record; each tag is one line, ended by CR LF as the format asks."""
    lines = [(tag, one_line(text)) for tag, text in _fields(work)]
    known = [f"{tag}  - {text}\r\n" for tag, text in lines if text]
    return f"TY  - {TYPES.get(work.kind, 'GEN')}\r\n{''.join(known)}ER  - \r\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    yield "ID", work.identifier
    yield "TI", work.full_title
    yield from (("AU", author.in_one_field) for author in work.authors)
    yield from (("ED", editor.in_one_field) for editor in work.editors)
    yield "PY", f"{work.issued.year:04}" if work.issued else ""
    yield "DA", _date(work.issued)
    yield "T2", work.container_title
    yield "VL", work.volume
    yield "IS", work.issue
    yield "M1", work.number
    yield from _pages(work)
    yield "ET", work.edition or work.version
    yield "PB", work.publisher
    yield "CY", work.place
    yield "LA", work.language
    yield "DO", bare_doi(work.doi)
    yield "SN", work.isbn
    yield "UR", work.url
    yield "L1", work.pdf_url
    yield "Y2", _date(work.accessed)
    yield "AB", work.abstract
    yield from (("KW", keyword) for keyword in work.keywords)


def _pages(work: Work) -> Iterator[tuple[str, str]]:
    """Yield the first and the last page; a list of pages as it is, because two tags hold none."""
    pages = work.pages_with("-")
    if "," in pages:
        yield "SP", pages
    else:
        yield from zip(("SP", "EP"), work.first_and_last_page, strict=True)


def _date(date: PartialDate | None) -> str:
    """Return YYYY/MM/DD/, where what is not known is empty and the slashes stay."""
    if not date:
        return ""
    known = date.iso.split("-")
    return "/".join([*known, "", "", ""][:4])
