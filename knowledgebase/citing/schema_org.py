"""Works and terms in the words of schema.org, for JSON-LD."""

from collections.abc import Iterable
from typing import Any

from knowledgebase.citing.work import Author, Kind, Organisation, Person, Work, one_line

CONTEXT = "https://schema.org"
TYPES = {
    Kind.ARTICLE: "ScholarlyArticle",
    Kind.BOOK: "Book",
    Kind.CHAPTER: "Chapter",
    Kind.LAW: "Legislation",
    Kind.REPORT: "Report",
    Kind.THESIS: "Thesis",
    Kind.VIDEO: "VideoObject",
    Kind.WEB: "WebPage",
}
CONTAINERS = {
    Kind.ARTICLE: "Periodical",
    Kind.CHAPTER: "Report",
    Kind.WEB: "CollectionPage",
}


def document(work: Work) -> dict[str, Any]:
    """Return the JSON-LD of a work of ours; its `@id` is its stable address."""
    return {"@context": CONTEXT, "@type": TYPES.get(work.kind, "CreativeWork")} | known(
        {
            "@id": work.url,
            "url": work.url,
            "name": work.full_title,
            "author": [_author(author) for author in work.authors],
            "editor": [_author(editor) for editor in work.editors],
            "datePublished": work.issued.iso if work.issued else "",
            "isPartOf": _container(work),
            "publisher": _author(Organisation(work.publisher)) if work.publisher else "",
            "inLanguage": work.language,
            "sameAs": work.doi_url,
            "isbn": work.isbn,
            "reportNumber": work.number if work.kind == Kind.REPORT else "",
            "pagination": work.pages_with("-"),
            "bookEdition": work.edition if work.kind == Kind.BOOK else "",
            "version": work.version,
            "license": work.licence,
            "abstract": one_line(work.abstract),
            "keywords": list(work.keywords),
            "encoding": _file(work),
        }
    )


def defined_term(  # noqa: PLR0913  (a term is no less)
    *, url: str, name: str, definition: str, language: str, also: Iterable[str] = (), in_set: str
) -> dict[str, Any]:
    """Return a term of a glossary; `also` are its other names, `in_set` the glossary's `@id`."""
    term = {
        "@id": url,
        "url": url,
        "name": name,
        "alternateName": list(also),
        "description": one_line(definition),
        "inLanguage": language,
        "inDefinedTermSet": {"@id": in_set},
    }
    return {"@context": CONTEXT, "@type": "DefinedTerm"} | known(term)


def defined_term_set(
    *, url: str, name: str, language: str, terms: Iterable[dict[str, Any]]
) -> dict[str, Any]:
    """Return a glossary with its terms, as `defined_term` makes them."""
    return {
        "@context": CONTEXT,
        "@type": "DefinedTermSet",
        "@id": url,
        "url": url,
        "name": name,
        "inLanguage": language,
        "hasDefinedTerm": [_within(term) for term in terms],
    }


def _within(term: dict[str, Any]) -> dict[str, Any]:
    """Return a term without what the glossary around it says already."""
    said = {"@context", "inDefinedTermSet"}
    return {name: value for name, value in term.items() if name not in said}


def known(values: dict[str, Any]) -> dict[str, Any]:
    """Return `values` without the empty ones."""
    return {name: value for name, value in values.items() if value}


def _author(author: Author) -> dict[str, Any]:
    if not isinstance(author, Person):
        return {"@type": "Organization", "name": author.name}
    orcid = f"https://orcid.org/{author.orcid}" if author.orcid else ""
    parts = {"familyName": author.family, "givenName": author.given, "@id": orcid}
    return {"@type": "Person", "name": author.name} | known(parts)


def _container(work: Work) -> dict[str, Any]:
    if not work.container_title:
        return {}
    container = {"@id": work.container_url, "name": work.container_title}
    return {"@type": CONTAINERS.get(work.kind, "CreativeWork")} | known(container)


def _file(work: Work) -> dict[str, str]:
    if not work.pdf_url:
        return {}
    return {
        "@type": "MediaObject",
        "contentUrl": work.pdf_url,
        "encodingFormat": "application/pdf",
    }
