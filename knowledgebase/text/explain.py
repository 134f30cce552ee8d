"""Explains glossary terms in place: the first time that each stands on a page."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from django.utils.translation import gettext
from markupsafe import Markup, escape

from knowledgebase.text.markup import HEADINGS, closes, split, stands_alone, tag_name
from knowledgebase.text.words import word_key

# Where a button would be wrong, or where the words are not prose.
UNTOUCHED = HEADINGS | {"a", "abbr", "button", "code", "dfn", "label", "pre", "summary", "svg"}
WORD = re.compile(r"&#?\w+;|([^\W_]+)")
GAP = re.compile(r"(?:[\s\-‐‑'’&]|&(?:amp|nbsp|#x27|#39);)*")
# A button is never part of a line as a word is: the word stands beside it, as its label.
EXPLANATION = (
    '<label class="explained"><span aria-hidden="true">%(word)s</span>'
    '<button type="button" class="term" popovertarget="%(id)s" aria-label="%(word)s">'
    "</button></label>"
    '<a class="term__link" href="%(url)s" hidden>%(word)s</a>'
    '<span class="term__note" id="%(id)s" popover role="note">'
    '<b class="term__name">%(name)s</b> %(definition)s <a href="%(url)s">%(more)s</a></span>'
)


class Term(Protocol):
    """What is needed of a term; its name comes first among its forms."""

    @property
    def key(self) -> Hashable: ...
    @property
    def forms(self) -> Sequence[str]: ...
    @property
    def definition(self) -> str: ...
    @property
    def url(self) -> str: ...


Word = tuple[int, int, str]  # start, end, and what it is compared by


class Form(NamedTuple):
    """One way to write a term; an abbreviation is only found as it is written, letter by letter."""

    keys: tuple[str, ...]
    abbreviation: tuple[str, ...]
    term: Term


class Explainer:
    """Marks terms in the texts of one page, given to it in their order."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        """Take the terms of `language`; where two share a form, the earlier one has it."""
        self.language = language
        self.forms = _by_first_word(terms, language)
        self.explained: set[Hashable] = set()

    def __call__(self, html: str) -> Markup:
        """Return sanitised HTML with an explanation at each term that had none so far."""
        within: list[str] = []
        pieces = []
        for is_tag, piece in split(html):
            if is_tag:
                _follow(within, piece)
            pieces.append(piece if is_tag or within else self._explained(piece))
        return Markup("".join(pieces))  # noqa: S704  (our own sanitised text)

    def _explained(self, text: str) -> str:
        """Return a text without tags, explained."""
        parts, done = [], 0
        for start, end, term in self._found(text):
            parts += [text[done:start], self._explanation(text[start:end], term)]
            done = end
        return "".join([*parts, text[done:]])

    def _found(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Yield start, end and term of each first occurrence, in order."""
        words = _words(text, self.language)
        position = 0
        while position < len(words):
            same_start = self.forms.get(words[position][2])
            form = same_start and _longest(same_start, text, words, position)
            if not form:
                position += 1
                continue
            last = position + len(form.keys) - 1
            if form.term.key not in self.explained:
                self.explained.add(form.term.key)
                yield words[position][0], words[last][1], form.term
            position = last + 1

    def _explanation(self, word: str, term: Term) -> str:
        """Return a button that shows the definition; a link for browsers that know no popover."""
        return EXPLANATION % {
            "word": word,
            "id": f"term-{len(self.explained)}",
            "name": escape(term.forms[0]),
            "definition": escape(term.definition),
            "url": escape(term.url),
            "more": escape(gettext("In the glossary")),
        }


def _follow(within: list[str], tag: str) -> None:
    """Keep the open elements in whose text nothing is marked, from the outermost one inwards."""
    if stands_alone(tag):
        return
    name = tag_name(tag)
    if not closes(tag):
        if within or name in UNTOUCHED or " popover" in tag:
            within.append(name)
    elif within and name == within[-1]:
        within.pop()


def _by_first_word(terms: Iterable[Term], language: str) -> dict[str, list[Form]]:
    """Return the forms by the key of their first word, the longest first."""
    forms = defaultdict(list)
    for term in terms:
        for text in term.forms:
            words = _words(text, language)
            keys = tuple(key for _start, _end, key in words)
            letters = tuple(text[start:end] for start, end, _key in words if text.isupper())
            if keys:
                forms[keys[0]].append(Form(keys, letters, term))
    for same in forms.values():
        same.sort(key=lambda form: -len(form.keys))
    return forms


def _words(text: str, language: str) -> list[Word]:
    """Return the words of a text, in which an entity such as &amp; is none."""
    return [
        (match.start(), match.end(), word_key(match[1], language))
        for match in WORD.finditer(text)
        if match[1]
    ]


def _longest(forms: list[Form], text: str, words: list[Word], position: int) -> Form | None:
    """Return the longest of the forms, sorted by length, that stands at a position."""
    for form in forms:
        if _matches(form, text, words[position : position + len(form.keys)]):
            return form
    return None


def _matches(form: Form, text: str, words: list[Word]) -> bool:
    """Whether the words are those of the form, with nothing between them but blanks and hyphens."""
    if tuple(key for _start, _end, key in words) != form.keys:
        return False
    written = tuple(text[start:end] for start, end, _key in words)
    if form.abbreviation and written != form.abbreviation:
        return False
    gaps = pairwise(words)
    return all(GAP.fullmatch(text, before[1], after[0]) for before, after in gaps)
