"""The alphabetical order of each language, in which Albanian's digraphs are letters."""

import re
import unicodedata
from collections.abc import Iterator

ENGLISH = tuple("abcdefghijklmnopqrstuvwxyz")
ALBANIAN = (
    "a", "b", "c", "ç", "d", "dh", "e", "ë", "f", "g", "gj", "h", "i", "j", "k", "l", "ll", "m",
    "n", "nj", "o", "p", "q", "r", "rr", "s", "sh", "t", "th", "u", "v", "x", "xh", "y", "z", "zh",
)  # fmt: skip
ALPHABETS = {"sq": ALBANIAN, "en": ENGLISH}

# W is no letter of Albanian; foreign words with it stand between V and X.
X = ALBANIAN.index("x")
RANKS = {
    "sq": {letter: rank for rank, letter in enumerate((*ALBANIAN[:X], "w", *ALBANIAN[X:]))},
    "en": {letter: rank for rank, letter in enumerate(ENGLISH)},
}
PIECES = {
    language: re.compile("|".join([*(letter for letter in ranks if len(letter) > 1), "."]), re.S)
    for language, ranks in RANKS.items()
}
UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
OTHER_HEADING = "#"

SortKey = tuple[tuple[tuple[int, int], ...], str, str]


def letters(language: str) -> list[str]:
    """Return the letters of the language's alphabet as headings: A, …, Dh, …, Ë, …

    Headings beside them, which `letter` gives to foreign words, are "W" and "#".
    """
    return [letter.capitalize() for letter in ALPHABETS.get(language, ENGLISH)]


def letter(text: str, language: str) -> str:
    """Return the heading under which a text stands; "#" if it begins with no letter.

    Dh, gj, ll, nj, rr, sh, th, xh and zh always count as one letter. Where two letters only meet
    (in a compound word or a foreign name) this is wrong, which no rule can tell.
    """
    first = next(_split(text, language), "")
    return first.capitalize() if first.isalpha() else OTHER_HEADING


def first_letter(text: str, language: str) -> str:
    """Return the first letter of a text as it is written there: "Dh" of Dhurata, "Ö" of Ömer."""
    text = unicodedata.normalize("NFC", text.strip())
    is_digraph = text[:2].lower() in ALPHABETS.get(language, ENGLISH)
    return text[:2] if is_digraph else text[:1]


def sort_key(text: str, language: str) -> SortKey:
    """Return what texts are ordered by: blanks, signs, digits, then letters by the alphabet.

    Case and the accents of foreign letters decide only between texts that are otherwise equal.
    """
    ranks = _ranks(language)
    order = tuple(_place(piece, ranks) for piece in _split(text, language))
    return order, text.casefold(), text


def _place(piece: str, ranks: dict[str, int]) -> tuple[int, int]:
    if piece in ranks:
        return 3, ranks[piece]
    if piece.isalpha():
        return 4, ord(piece[0])
    if piece.isdigit():
        return 2, ord(piece[0])
    return (0, 0) if piece.isspace() else (1, ord(piece[0]))


def _split(text: str, language: str) -> Iterator[str]:
    """Yield the letters and signs in lower case, without accents that the alphabet lacks."""
    ranks = _ranks(language)
    pattern = PIECES.get(language, PIECES["en"])
    for piece in pattern.findall(unicodedata.normalize("NFC", text).casefold()):
        yield from [piece] if piece in ranks else _unaccented(piece)


def _unaccented(character: str) -> str:
    decomposed = unicodedata.normalize("NFD", character.translate(UNDECOMPOSED))
    return "".join(part for part in decomposed if not unicodedata.combining(part))


def _ranks(language: str) -> dict[str, int]:
    return RANKS.get(language, RANKS["en"])
