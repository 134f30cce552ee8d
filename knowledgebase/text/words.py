"""How words are compared: as the search compares them, so that inflected forms meet."""

from functools import lru_cache

from search.analysis import analyse


@lru_cache(maxsize=50_000)
def word_key(word: str, language: str) -> str:
    """Return what a word is compared by: its stem, without case and accents."""
    return " ".join(analyse(word, language))
