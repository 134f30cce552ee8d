"""Makes terms of texts and of queries, and says where each stood."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from search.analysis.languages import LANGUAGES, OTHER, Language
from search.analysis.splitting import chunks, parts

# Some 10 MB of words at most: of a chunk longer than LONGEST_KNOWN nothing is remembered.
KNOWN_CHUNKS = 30_000
LONGEST_KNOWN = 60
LONGEST_TERM = 40


class Token(NamedTuple):
    """A term and the place of its word in the text, as offsets of characters."""

    term: str
    start: int
    end: int


class Piece(NamedTuple):
    """A term with its place in its chunk.

    `is_function` where it carries no meaning alone, `is_asking` where it does in texts and not in
    questions.
    """

    term: str
    start: int
    end: int
    is_function: bool
    is_asking: bool


def analyse(text: str, language: str) -> list[str]:
    """Return the terms of a text in their order."""
    pieces = _PIECES.get(language, _PLAIN_PIECES)
    return [piece[0] for chunk in chunks(text) for piece in pieces(chunk.group())]


def tokens(text: str, language: str) -> Iterator[Token]:
    """Yield each term of a text with the place of its word; two terms may share one place."""
    pieces = _PIECES.get(language, _PLAIN_PIECES)
    for chunk in chunks(text):
        start = chunk.start()
        for piece in pieces(chunk.group()):
            yield Token(piece.term, start + piece.start, start + piece.end)


def query_terms(query: str, language: str) -> list[str]:
    """Return the terms that a page should hold: without function words unless all are such."""
    found = _pieces(query, language)
    telling = [piece.term for piece in found if not piece.is_function]
    return telling or [piece.term for piece in found]


def question_terms(query: str, language: str) -> list[str]:
    """Return what `query_terms` does, without the words that only ask unless all are such."""
    found = _pieces(query, language)
    telling = [piece.term for piece in found if not (piece.is_function or piece.is_asking)]
    return telling or query_terms(query, language)


def _pieces(query: str, language: str) -> list[Piece]:
    pieces = _PIECES.get(language, _PLAIN_PIECES)
    return [piece for chunk in chunks(query) for piece in pieces(chunk.group())]


def _remembering(language: Language) -> Callable[[str], tuple[Piece, ...]]:
    def pieces(chunk: str) -> tuple[Piece, ...]:
        return tuple(
            Piece(
                term[:LONGEST_TERM],
                part.start,
                part.end,
                part.word in language.function_words,
                part.word in language.asking_words,
            )
            for part in parts(chunk, language)
            for term in language.terms(part.word)
        )

    known = lru_cache(KNOWN_CHUNKS)(pieces)
    return lambda chunk: known(chunk) if len(chunk) <= LONGEST_KNOWN else pieces(chunk)


_PIECES = {code: _remembering(language) for code, language in LANGUAGES.items()}
_PLAIN_PIECES = _remembering(OTHER)
