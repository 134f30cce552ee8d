"""A work as an item of CSL-JSON, which reference managers read."""

from typing import Any

from knowledgebase.citing.work import Author, PartialDate, Person, Work, bare_doi, one_line


def item(work: Work) -> dict[str, Any]:
    """Return the item of CSL 1.0.2, without the variables that are not known."""
    texts = {name: one_line(text) for name, text in _texts(work).items()}
    people = {"author": _names(work.authors), "editor": _names(work.editors)}
    dates = {"issued": _date(work.issued), "accessed": _date(work.accessed)}
    known = {name: value for name, value in (texts | people | dates).items() if value}
    return {"id": work.identifier, "type": str(work.kind), **known}


def _texts(work: Work) -> dict[str, str]:
    return {
        "title": work.full_title,
        "title-short": work.title if work.subtitle else "",
        "container-title": work.container_title,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages_with("-"),
        "number": work.number,
        "edition": work.edition,
        "version": work.version,
        "publisher": work.publisher,
        "publisher-place": work.place,
        "language": work.language,
        "DOI": bare_doi(work.doi),
        "ISBN": work.isbn,
        "URL": work.url,
        "abstract": work.abstract,
        "keyword": ", ".join(work.keywords),
    }


def _names(authors: tuple[Author, ...]) -> list[dict[str, str]]:
    return [_name(author) for author in authors]


def _name(author: Author) -> dict[str, str]:
    if not isinstance(author, Person):
        return {"literal": one_line(author.name)}
    parts = {"family": one_line(author.family), "given": one_line(author.given)}
    return {name: part for name, part in parts.items() if part}


def _date(date: PartialDate | None) -> dict[str, Any]:
    return {"date-parts": [date.parts]} if date else {}
