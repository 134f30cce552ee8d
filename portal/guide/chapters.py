"""The chapters of the editors' guide, read from one Markdown file a language.

Beside CommonMark the texts know three kinds of address: `picture:NAME` is one of the pictures that
`make guide` takes, `chapter:NAME` another chapter, `admin:NAME` a page of the admin by the name of
its URL. A heading ends with its own address, `{#NAME}`, the same in every language. What is bold
is a word of the interface as it stands there.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

TEXTS = Path(__file__).parent / "texts"
CHAPTERS = (
    "first-day",
    "write",
    "forms",
    "kinds",
    "translate",
    "review",
    "readers",
    "pictures",
    "together",
    "lists",
    "waiting",
)
NAMED = re.compile(r"^(.*) {#([a-z-]+)}$")


class Chapter(NamedTuple):
    """A chapter in one language; `sections` are the addresses of its headings, and their words."""

    name: str
    title: str
    sections: tuple[tuple[str, str], ...]
    body: SafeString

    def get_absolute_url(self) -> str:
        """Return where it is read."""
        return reverse("guide_chapter", args=[self.name])


@cache
def chapters(language: str) -> tuple[Chapter, ...]:
    """Return all chapters in their order; in a language without texts, those of the first one."""
    spoken = language if (TEXTS / language).is_dir() else settings.LANGUAGE_CODE
    return tuple(_read(spoken, name) for name in CHAPTERS)


@cache
def section_words(language: str) -> dict[str, str]:
    """Return the words of each heading by its place, `chapter#section`."""
    return {
        f"{chapter.name}#{anchor}": words
        for chapter in chapters(language)
        for anchor, words in chapter.sections
    }


def tokens_of(language: str, name: str) -> list[Token]:
    """Return a chapter's text as Markdown's tokens. HTML in it is text."""
    text = (TEXTS / language / f"{name}.md").read_text(encoding="utf-8")
    return _parser().parse(text)


def inline(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of words, links and pictures."""
    for token in tokens:
        yield from token.children or ()


def _read(language: str, name: str) -> Chapter:
    _open, title, _close, *tokens = tokens_of(language, name)
    sections = tuple(_name_headings(tokens))
    for token in inline(tokens):
        _resolve(token, language)
    html = _parser().renderer.render(tokens, _parser().options, {})
    # Markdown made it of our own files, and escaped what is HTML in them.
    return Chapter(name, title.content, sections, mark_safe(html))  # noqa: S308


def _name_headings(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    for token, words in pairwise(tokens):
        if token.type == "heading_open":
            text, anchor = _split(words.content)
            token.attrSet("id", anchor)
            words.children = [Token("text", "", 0, content=text)]
            yield anchor, text


def _split(heading: str) -> tuple[str, str]:
    """Return a heading's words and its address; raises ValueError where it names none."""
    if not (found := NAMED.match(heading)):
        raise ValueError(f"“{heading}” names no address: it must end with {{#name}}")
    return found[1], found[2]


def _resolve(token: Token, language: str) -> None:
    if token.type == "image":
        name = str(token.attrs["src"]).removeprefix("picture:")
        token.attrSet("src", static(f"guide/{language}/{name}.webp"))
    if token.type == "link_open":
        token.attrSet("href", address_of(str(token.attrs["href"])))


def address_of(link: str) -> str:
    """Return where a link of a text leads; raises NoReverseMatch if that is nowhere."""
    kind, _colon, name = link.partition(":")
    if kind == "chapter":
        chapter, hash_sign, anchor = name.partition("#")
        return reverse("guide_chapter", args=[chapter]) + hash_sign + anchor
    return reverse(name) if kind == "admin" else link


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.add_render_rule("image", _linked)
    return parser


def _linked(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """Return a picture that leads to itself: on a phone its words are read only in full size."""
    picture = renderer.image(tokens, index, options, env)
    return format_html('<a href="{}">{}</a>', tokens[index].attrs["src"], mark_safe(picture))  # noqa: S308
