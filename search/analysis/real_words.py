"""Words that a language has, in all their forms, whether or not the site has them."""

import gzip
from collections import defaultdict
from functools import cache
from pathlib import Path

from search.analysis.normal import fold

FOLDER = Path(__file__).parent


def is_real(word: str, language: str) -> bool:
    """Tell whether a word, with or without its diacritics, is one of a language."""
    plain = fold(word)
    endings = _endings(language)
    return any(
        plain[end:] in known
        for end in range(len(plain) + 1)
        for known in endings.get(plain[:end], ())
    )


def path_of(language: str) -> Path:
    """Return where the table of a language is."""
    return FOLDER / f"real_words.{language}.txt.gz"


@cache
def _endings(language: str) -> dict[str, list[frozenset[str]]]:
    """Return by the beginning of a word the sets of endings it takes; read once per process."""
    table: dict[str, list[frozenset[str]]] = defaultdict(list)
    for line in gzip.decompress(path_of(language).read_bytes()).decode().splitlines():
        endings, _, beginnings = line.partition("\t")
        known = frozenset(endings.split(","))
        for beginning in beginnings.split(" "):
            table[beginning].append(known)
    return dict(table)
