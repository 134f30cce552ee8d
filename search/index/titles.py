"""Takes the words out of titles, so that some letters are enough to suggest a page."""

from collections.abc import Iterator, Sequence

from search.analysis import tokens
from search.analysis.normal import fold
from search.index.build import Rows
from search.models import Entry, TitleWord
from search.terms import marked

LONGEST = 40
# How much less another name of a thing counts than its title.
OTHER_NAME = 0.5


def save_title_words(changed: Sequence[Rows]) -> None:
    """Replace the words of these entries' titles and other names by those that they have now."""
    TitleWord.objects.filter(entry__in=[rows.entry.pk for rows in changed]).delete()
    words = (word for rows in changed for word in _title_words(rows))
    TitleWord.objects.bulk_create(words, batch_size=500)


def _title_words(rows: Rows) -> Iterator[TitleWord]:
    for number, name in enumerate(rows.names):
        yield from _words_of(rows.entry, name, rows.entry.weight * OTHER_NAME ** bool(number))


def _words_of(entry: Entry, name: str, weight: float) -> Iterator[TitleWord]:
    found = list(tokens(name, entry.language))
    terms = marked([token.term for token in found], entry.language)
    for token, term in zip(found, terms, strict=True):
        # The first word says most, and each says the more the fewer there are.
        yield TitleWord(
            entry=entry,
            audience=entry.audience,
            word=fold(name[token.start : token.end])[:LONGEST],
            term=term,
            title=f" {' '.join(terms)} ",
            value=weight * (1 + (token.start == found[0].start)) * (1 + 1 / len(found)),
        )
