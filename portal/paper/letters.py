"""Which characters can be printed: those that the typefaces on hand can draw."""

import re
from unicodedata import category, normalize

# Latin, Greek, Cyrillic, punctuation, currencies, arrows, mathematics, shapes.
PRINTABLE = (
    (0x20, 0x482),
    (0x48A, 0x4FF),
    (0x1E00, 0x1FFF),
    (0x2010, 0x2040),
    (0x20A0, 0x20BF),
    (0x2100, 0x211E),
    (0x2153, 0x2184),
    (0x2190, 0x23FF),
    (0x2500, 0x2606),
)
SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
LONG_RUN = re.compile(r"[^\s/-]{24}(?=[^\s/-])")
KEPT_SPACES = {" ", "\u00a0"}
INVISIBLE = {"Cc", "Cf"}
UNDRAWN = {"Cn", "Co", "Cs"}


def printable(text: str) -> str:
    """Return `text` without controls, with a box for each letter that no typeface here has."""
    cleaned = SPACES.sub(" ", normalize("NFC", text))
    return "".join(map(_printable, cleaned))


def breakable(text: str) -> str:
    """Return `text` with a place to break in every run that is longer than a line may be."""
    return LONG_RUN.sub(lambda run: f"{run[0]}\u200b", text)


def _printable(letter: str) -> str:
    kind = category(letter)
    if kind == "Zs":
        return letter if letter in KEPT_SPACES else " "
    if kind in INVISIBLE:
        return ""
    if kind in UNDRAWN or not any(first <= ord(letter) <= last for first, last in PRINTABLE):
        return "□"
    return letter
