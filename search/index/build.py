"""Makes the rows of an entry from what a page gives to search."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from search.content import Content
from search.models import Entry, Passage
from search.terms import index_terms, question_terms, words

# An excerpt shows about two lines on a screen and four on a phone.
PASSAGE_LETTERS = 320
# What stands between two queries in a line of a best bet.
APART = re.compile(r"[,;.?!]+")


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry comes from: the page that shows it, and for whom."""

    key: UUID
    owner: UUID
    audience: str
    page_id: int


@dataclass(slots=True)
class Rows:
    """An entry with its rows in other tables, none of them saved."""

    entry: Entry
    passages: list[Passage]
    names: list[str] = field(default_factory=list)
    expressions: dict[str, str] = field(default_factory=dict)


def build(source: Source, content: Content) -> Rows:
    """Return the rows that stand for `content` in the index."""
    labels = {f"kind:{content.kind}", f"language:{content.language}"}
    labels |= {f"{facet}:{value}" for facet, value in content.labels}
    if content.date and not any(label.startswith("year:") for label in labels):
        labels.add(f"year:{content.date.year}")
    rows = Rows(_entry(source, content, labels), list(_passages(content)))
    rows.names = [content.title, *content.same]
    rows.expressions = _expressions(content)
    rows.entry.digest = _digest(rows)
    return rows


def _terms(content: Content) -> dict[str, str]:
    """Return by column the terms of a page's own texts; what people ask weighs as its summary."""
    texts = {
        "title_terms": [content.title],
        "heading_terms": content.headings,
        "summary_terms": [content.summary],
        "body_terms": [*content.paragraphs, *content.names],
    }
    terms = {name: joined(each, content.language) for name, each in texts.items()}
    asked = (joined([query], language) for language, query in content.asked)
    return terms | {"summary_terms": " ".join(filter(None, (terms["summary_terms"], *asked)))}


def _entry(source: Source, content: Content, labels: set[str]) -> Entry:
    terms = _terms(content)
    return Entry(
        key=source.key,
        owner=source.owner,
        audience=source.audience,
        page_id=source.page_id,
        language=content.language,
        kind=content.kind,
        fragment=content.fragment,
        path=content.path,
        title=content.title,
        date=content.date,
        precision=content.precision,
        weight=content.weight,
        **terms,
        length=sum(len(each.split()) for each in terms.values()),
        attached_terms=" ".join(
            joined([file.title, *file.pages], file.language) for file in content.attachments
        ),
        foreseen="\n".join(_foreseen(content)),
        labels=" ".join(sorted({f"for:{source.audience}", *labels})),
        words={language: sorted(found) for language, found in _words(content).items()},
    )


def _foreseen(content: Content) -> Iterator[str]:
    """Yield the queries of best bets, several of which may stand in a line, and a part's names."""
    for _language, queries in content.asked:
        yield from filter(None, map(str.strip, APART.split(queries)))
    if content.fragment:
        yield from (content.title, *content.same)


def joined(texts: Iterable[str], language: str) -> str:
    """Return the terms of all texts, with a space between two."""
    return " ".join(term for text in texts for term in index_terms(text, language))


def _passages(content: Content) -> Iterator[Passage]:
    own = (content.summary, *content.paragraphs)
    places: list[tuple[str, str, int | None, str]]
    places = [(content.language, "", None, text) for text in own]
    for attached in content.attachments:
        is_paged = len(attached.pages) > 1
        places += [
            (attached.language, attached.title, number if is_paged else None, text)
            for number, text in enumerate(attached.pages, start=1)
        ]
    number = 0
    for language, title, page, text in places:
        for stretch in stretches(text):
            terms = f" {' '.join(index_terms(stretch, language))} "
            yield Passage(
                number=number, text=stretch, terms=terms, language=language, file=title, page=page
            )
            number += 1


def stretches(text: str) -> Iterator[str]:
    """Yield a text in stretches of some `PASSAGE_LETTERS` letters, cut between words."""
    taken: list[str] = []
    length = 0
    for word in text.split():
        taken.append(word[:PASSAGE_LETTERS])
        length += len(taken[-1]) + 1
        is_sentence = word.endswith((".", "!", "?", ";", ":"))
        if length >= PASSAGE_LETTERS or (is_sentence and length >= PASSAGE_LETTERS * 2 / 3):
            yield " ".join(taken)
            taken, length = [], 0
    if taken:
        yield " ".join(taken)


def _words(content: Content) -> dict[str, set[str]]:
    own = [content.title, content.summary, *content.headings, *content.paragraphs]
    found = {content.language: words("\n".join((*own, *content.names)))}
    for language, query in content.asked:
        found[language] = found.get(language, set()) | words(query)
    for attached in content.attachments:
        text = "\n".join((attached.title, *attached.pages))
        found[attached.language] = found.get(attached.language, set()) | words(text)
    return found


def _expressions(content: Content) -> dict[str, str]:
    """Return by the terms of an expression those that a query for it has."""
    if not content.same:
        return {}
    return expressions((content.title, *content.same), content.language)


def expressions(names: Iterable[str], language: str) -> dict[str, str]:
    """Return by the terms of each name those that a query for it has."""
    return {
        terms: " ".join(question_terms(name, language))
        for name in names
        if (terms := joined([name], language))
    }


def _digest(rows: Rows) -> str:
    entry = rows.entry
    columns = [
        str(getattr(entry, name.attname))
        for name in Entry._meta.concrete_fields
        if name.attname not in ("id", "digest")
    ]
    passages = [f"{each.file}\t{each.page}\t{each.text}" for each in rows.passages]
    parts = "\n".join((*columns, *passages, *sorted(rows.expressions)))
    return hashlib.sha256(parts.encode()).hexdigest()
