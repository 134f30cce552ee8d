"""How words are told apart and compared: the one place where a search analyser can step in."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=50_000)
def word_key(word: str, language: str) -> str:
    """Return what a word is compared by: without case, ë and ç typed as e and c.

    `language` is not used while words are only folded; finding inflected forms needs it.
    """
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(part for part in decomposed if not unicodedata.combining(part))
