"""Words that Albanian and English have, in all their forms, whether or not the site has them."""

import gzip
from collections import defaultdict
from functools import cache
from pathlib import Path

from search.analysis.normal import fold

PATH = Path(__file__).with_name("real_words.txt.gz")


def is_real(word: str) -> bool:
    """Tell whether a word, with or without its diacritics, is one of either language."""
    plain = fold(word)
    endings = _endings()
    return any(
        plain[end:] in known
        for end in range(len(plain) + 1)
        for known in endings.get(plain[:end], ())
    )


@cache
def _endings() -> dict[str, list[frozenset[str]]]:
    """Return by the beginning of a word the sets of endings it takes; read once per process."""
    table: dict[str, list[frozenset[str]]] = defaultdict(list)
    for line in gzip.decompress(PATH.read_bytes()).decode().splitlines():
        endings, _, beginnings = line.partition("\t")
        known = frozenset(endings.split(","))
        for beginning in beginnings.split(" "):
            table[beginning].append(known)
    return dict(table)
