"""Brings letters to the form in which they are compared: one case, no accents, no invisibles."""

import unicodedata

# The letters of Albanian, so that its words need no table of Unicode, and those of other
# languages that no decomposition takes apart.
LETTERS = str.maketrans("ëçøđłıð", "ecodlid", "\u00ad") | {ord("æ"): "ae", ord("œ"): "oe"}


def fold(text: str) -> str:
    """Return the letters and digits of `text`: ë is e, ç is c, capitals and marks are gone."""
    letters = text.casefold().translate(LETTERS)
    if letters.isascii() and letters.isalnum():
        return letters
    # Compatibility forms first (ﬁ, full width), then case, then marks: each can make the next.
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(filter(str.isalnum, letters.translate(LETTERS)))
