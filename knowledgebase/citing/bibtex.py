"""A work as an entry of BibTeX, in UTF-8."""

import re
from urllib.parse import quote

from django.utils.text import slugify

from knowledgebase.citing.work import Author, Kind, Person, Work, bare_doi, one_line

TYPES = {
    Kind.ARTICLE: "article",
    Kind.BOOK: "book",
    Kind.CHAPTER: "incollection",
    Kind.REPORT: "techreport",
    Kind.THESIS: "phdthesis",
}
CONTAINERS = {Kind.ARTICLE: "journal", Kind.CHAPTER: "booktitle"}
PUBLISHERS = {Kind.REPORT: "institution", Kind.THESIS: "school"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Braces are counted even after a backslash, so they are written by their names.
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_"},
    }
)


def entry(work: Work) -> str:
    """Return the entry with a line break at its end; unknown fields are left out."""
    fields = _written(work) | {name: escape(text) for name, text in _texts(work).items()}
    lines = [f"  {name} = {{{text}}},\n" for name, text in fields.items() if text]
    if work.issued and work.issued.month:
        lines.append(f"  month = {MONTHS[work.issued.month - 1]},\n")
    kind, key = TYPES.get(work.kind, "misc"), slugify(work.identifier) or "work"
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def escape(text: str) -> str:
    """Return `text` in one line, with the characters that mean something to TeX written out."""
    return one_line(text).translate(ESCAPES)


def _texts(work: Work) -> dict[str, str]:
    return {
        CONTAINERS.get(work.kind, "howpublished"): work.container_title,
        "year": str(work.issued.year) if work.issued else "",
        "volume": work.volume,
        "number": work.issue or work.number,
        "edition": work.edition,
        "version": work.version,
        PUBLISHERS.get(work.kind, "publisher"): work.publisher,
        "address": work.place,
        "language": work.language,
        "isbn": work.isbn,
        "abstract": work.abstract,
        "keywords": ", ".join(work.keywords),
        "note": work.licence,
    }


def _written(work: Work) -> dict[str, str]:
    """Return the fields that have rules of their own, as they are written."""
    return {
        "title": _title(work.full_title),
        "author": " and ".join(map(_name, work.authors)),
        "editor": " and ".join(map(_name, work.editors)),
        "pages": escape(work.pages_with("--")),
        "doi": _address(bare_doi(work.doi)),
        "url": _address(work.url),
        "urldate": work.accessed.iso if work.accessed else "",
    }


def _name(author: Author) -> str:
    """Return a name; braces keep one together that must not be parted at "and" or a comma."""
    if not isinstance(author, Person):
        return f"{{{escape(author.name)}}}"
    parts = (escape(author.family), escape(author.given))
    if any(re.search(r",|\band\b", part) for part in parts):
        parts = (f"{{{parts[0]}}}", f"{{{parts[1]}}}" if parts[1] else "")
    return ", ".join(filter(None, parts))


def _title(title: str) -> str:
    """Return a title with braces around capitals that styles must leave alone."""
    first, *rest = one_line(title).split(" ")
    words = [escape(first) if first == first.capitalize() else _word(first), *map(_word, rest)]
    return " ".join(words)


def _word(word: str) -> str:
    return f"{{{escape(word)}}}" if word != word.lower() else escape(word)


def _address(address: str) -> str:
    """Return an address with what would end the field percent-encoded, and nothing else."""
    return quote(one_line(address), safe="".join(map(chr, set(range(33, 127)) - set(b'{}\\"'))))
