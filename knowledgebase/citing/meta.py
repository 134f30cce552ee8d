"""A work as the `citation_*` tags by which Google Scholar and reference managers read a page.

The names are those of Google Scholar's guidelines for webmasters; it knows none for the book of
a chapter, the DOI and the language, for which these are the names that Zotero reads.
"""

from collections.abc import Iterator

from knowledgebase.citing.work import Kind, Work, bare_doi, one_line

CONTAINERS = {Kind.ARTICLE: "citation_journal_title", Kind.CHAPTER: "citation_inbook_title"}
PUBLISHERS = {
    Kind.REPORT: "citation_technical_report_institution",
    Kind.THESIS: "citation_dissertation_institution",
}


def tags(work: Work) -> list[tuple[str, str]]:
    """Return name and content of each tag, in order; one for each author and keyword."""
    return [(name, one_line(content)) for name, content in _tags(work) if content]


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    first, last = work.first_and_last_page
    yield "citation_title", work.full_title
    yield from (("citation_author", author.in_one_field) for author in work.authors)
    yield "citation_publication_date", work.issued.iso.replace("-", "/") if work.issued else ""
    if work.kind in CONTAINERS:
        yield CONTAINERS[work.kind], work.container_title
    yield PUBLISHERS.get(work.kind, "citation_publisher"), work.publisher
    if work.kind == Kind.REPORT:
        yield "citation_technical_report_number", work.number
    yield "citation_volume", work.volume
    yield "citation_issue", work.issue
    yield "citation_firstpage", first
    yield "citation_lastpage", last
    yield "citation_isbn", work.isbn
    yield "citation_doi", bare_doi(work.doi)
    yield "citation_language", work.language
    yield "citation_pdf_url", work.pdf_url
    yield from (("citation_keywords", keyword) for keyword in work.keywords)
