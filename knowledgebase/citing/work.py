"""The metadata of a work, ours or somebody else's, from which every citation is made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
DASHES = re.compile("[-‐‑‒–—―−]+")
COMMAS = re.compile("[,;]")


class Kind(StrEnum):
    """What a work is, by its name in CSL (Citation Style Language)."""

    ARTICLE = "article-journal"
    BOOK = "book"
    CHAPTER = "chapter"
    DOCUMENT = "document"
    LAW = "legislation"
    REPORT = "report"
    THESIS = "thesis"
    VIDEO = "motion_picture"
    WEB = "webpage"


@dataclass(frozen=True)
class Person:
    """Somebody who wrote or edited; `orcid` without the address, as 0000-0002-1825-0097."""

    family: str
    given: str = ""
    orcid: str = ""

    @property
    def inverted(self) -> str:
        """The name as lists order it: Hoxha, Ana."""
        return ", ".join(filter(None, (self.family, self.given)))

    @property
    def in_one_field(self) -> str:
        """The name for formats that part every name at its comma."""
        return self.inverted

    @property
    def name(self) -> str:
        """The name as it is spoken: Ana Hoxha."""
        return " ".join(filter(None, (self.given, self.family)))


@dataclass(frozen=True)
class Organisation:
    """An organisation as author, called by its own name."""

    name: str

    @property
    def inverted(self) -> str:
        """The same name: organisations are not inverted."""
        return self.name

    @property
    def in_one_field(self) -> str:
        """The name for formats that part every name at its comma, and know no organisations."""
        return " – ".join(part.strip() for part in self.name.split(",") if part.strip())


Author = Person | Organisation


@dataclass(frozen=True)
class PartialDate:
    """A date known to the year, the month or the day; what is not known is 0."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def parts(self) -> list[int]:
        """The known numbers: year, month, day."""
        known = [self.year, self.month, self.day if self.month else 0]
        return [number for number in known if number]

    @property
    def iso(self) -> str:
        """The date as 2020, 2020-08 or 2020-08-12."""
        year, *rest = self.parts
        return "-".join([f"{year:04}", *(f"{number:02}" for number in rest)])


@dataclass(frozen=True)
class Work:
    """A work to be cited.

    `identifier` is the citation key. `url` is the address that a citation prints; for our own
    pages the stable one, which is also their identity in JSON-LD. `container_title` names the
    journal, the book, the study that a chapter belongs to, or the part of the site that a page
    stands in. `number` is that of a report or law, `pages` what was typed: "12-34", "12–15, 20".
    """

    kind: Kind
    title: str
    identifier: str
    subtitle: str = ""
    authors: tuple[Author, ...] = ()
    editors: tuple[Author, ...] = ()
    issued: PartialDate | None = None
    container_title: str = ""
    container_url: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    number: str = ""
    edition: str = ""
    version: str = ""
    publisher: str = ""
    place: str = ""
    language: str = ""
    doi: str = ""
    isbn: str = ""
    url: str = ""
    pdf_url: str = ""
    accessed: PartialDate | None = None
    licence: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()

    @property
    def full_title(self) -> str:
        """The title with its subtitle."""
        return joined_title(self.title, self.subtitle)

    def pages_with(self, dash: str) -> str:
        """Return the pages with this dash in each range and a comma between ranges: 12–15, 20."""
        ranges = (dash.join(_known(DASHES.split(part))) for part in COMMAS.split(self.pages))
        return ", ".join(filter(None, ranges))

    @property
    def first_and_last_page(self) -> tuple[str, str]:
        """The first page and the last; empty where they are not known."""
        first, *others = _known(DASHES.split(COMMAS.sub("-", self.pages))) or [""]
        return first, others[-1] if others else ""

    @property
    def doi_url(self) -> str:
        """The address of the DOI, if there is one."""
        return f"https://doi.org/{bare_doi(self.doi)}" if self.doi else ""

    @property
    def address(self) -> str:
        """Where the work is found for good: its DOI, else its address."""
        return self.doi_url or self.url


def joined_title(title: str, subtitle: str) -> str:
    """Return a title and its subtitle as one: with a colon, unless the title ends as a sentence."""
    if not subtitle:
        return title
    return (
        f"{title} {subtitle}"
        if title.rstrip().endswith(("?", "!", "…"))
        else f"{title}: {subtitle}"
    )


def _known(parts: list[str]) -> list[str]:
    return [part.strip() for part in parts if part.strip()]


def bare_doi(doi: str) -> str:
    """Return a DOI without the address or the label that people copy with it."""
    return re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", doi.strip(), flags=re.IGNORECASE)


def authors_from_lines(text: str) -> tuple[Author, ...]:
    """Return the authors written one a line; a comma parts a person's family and given name.

    An organisation is called as it stands; braces around it keep commas in its name.
    """
    return tuple(_authors(text))


def _authors(text: str) -> Iterator[Author]:
    for line in filter(None, map(one_line, text.splitlines())):
        family, comma, given = line.partition(",")
        if line.startswith("{"):
            yield Organisation(line.strip("{} "))
        else:
            yield Person(family.strip(), given.strip()) if comma else Organisation(line)


def one_line(text: str) -> str:
    """Return `text` without line breaks, control characters and doubled spaces."""
    return " ".join(CONTROL.sub(" ", text).split())
