"""Entries made at will, without pages."""

import datetime
from uuid import uuid4

from search.content import Attachment, Content
from search.find import Found, Wanted, find
from search.index.build import Source, build
from search.index.write import store
from search.models import Entry, Expression, SynonymSet


def add(title: str, *paragraphs: str, audience: str = "sq", **fields) -> Entry:
    """Put something into the index that visitors of one language find."""
    fields = {"kind": "page", "language": "sq", **fields}
    key = uuid4()
    content = Content(title=title, paragraphs=paragraphs, **fields)
    store({key: [build(Source(key, key, audience, 1), content)]})
    return Entry.objects.get(key=key)


def file(title: str, *pages: str, language: str = "sq") -> Attachment:
    return Attachment(title, language, pages)


def day(year: int) -> datetime.date:
    return datetime.date(year, 6, 1)


def titles(found: Found) -> list[str]:
    """Return the titles of what was found, in order."""
    by_id = Entry.objects.in_bulk(found.ids)
    return [by_id[entry_id].title for entry_id in found.ids]


def search(text: str, language: str = "sq", **wanted) -> list[str]:
    """Return the titles of what somebody finds."""
    return titles(find(Wanted(text, language, **wanted)))


def forget_synonyms() -> None:
    """Remove the sets that every installation begins with."""
    sets = SynonymSet.objects.all()
    Expression.objects.filter(group__in=sets.values("pk")).delete()
    sets._raw_delete(sets.db)


def synonyms(words: dict[str, list[str]]) -> SynonymSet:
    """Make a set of synonyms, by language; the first language must have some."""
    (language, own), *others = words.items()
    return SynonymSet.objects.create(
        language=language,
        expressions="\n".join(own),
        other_expressions="\n".join(line for _language, lines in others for line in lines),
    )
