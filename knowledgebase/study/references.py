"""Works of others as citations are made of them."""

from knowledgebase.citing.work import Kind, PartialDate, Work, authors_from_lines
from knowledgebase.models.reference import Reference


def cited_work(reference: Reference) -> Work:
    """Return the metadata of a reference."""
    read_on = reference.accessed_on
    return Work(
        kind=Kind(reference.kind),
        title=reference.title,
        identifier=reference.key,
        authors=authors_from_lines(reference.authors),
        issued=PartialDate(reference.year) if reference.year else None,
        container_title=reference.container,
        volume=reference.volume,
        issue=reference.issue,
        pages=reference.pages,
        publisher=reference.publisher,
        place=reference.place,
        language=reference.language,
        doi=reference.doi,
        isbn=reference.isbn,
        url=reference.url,
        accessed=PartialDate(read_on.year, read_on.month, read_on.day) if read_on else None,
    )
