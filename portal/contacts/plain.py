"""A text as it is meant to be read: small letters of ours, without what cannot be seen."""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

# Letters that look like ours, before and after they are made small.
GREAT = str.maketrans("АВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABESIJKMHOPCTYXABEZHIKMNOPTYX")
SMALL = str.maketrans(
    "аеѕіјорсухвкмнтԁһԛԝգοαινρυɡɑıłøđⅼ。·•∙⋅・⁄∕－−",
    "aesijopcyxbkmhtdhqwqoaivpugailodl......//--",
)
# Letters that are drawn as nothing, though they are not marked as such.
EMPTY = "\u115f\u1160\u2800\u3164\uffa0"
LINE_ENDS = "\n\u2028\u2029"


@dataclass(frozen=True)
class Plain:
    """A text made plain, and for each of its signs the place in the original that it stands for."""

    text: str
    places: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in the original."""
        return self.places[start], self.places[end - 1] + 1

    def index(self, place: int) -> int:
        """Return the index of the first sign that stands at a place of the original or after it."""
        return bisect_left(self.places, place)


def plain(text: str) -> Plain:
    """Return the text without accents, forms of letters, directions and look-alikes."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        folded = _folded(sign)
        signs.append(folded)
        places.extend([place] * len(folded))
    return Plain("".join(signs), places)


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    if sign in LINE_ENDS:
        return "\n"
    if sign in "\t\r\v\f\x85":
        return " "
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    letters = unicodedata.normalize("NFKD", sign.translate(GREAT)).translate(GREAT).casefold()
    return "".join(map(_shown, letters)).translate(SMALL)


def _shown(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in {"Cc", "Cf", "Mn", "Me"} or letter in EMPTY:
        return ""
    if category == "Pd":
        return "-"
    return " " if category == "Zs" else letter
