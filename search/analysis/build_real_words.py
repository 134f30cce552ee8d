"""Makes the tables `real_words.…`: words that are never silently taken for a mistake.

The Albanian ones come from the lexicon of `build_exceptions`, the English ones from Debian's
`wbritish-small` (SCOWL; the notices of both stand beside the tables). Run from the project's
directory:

    apt-get download wbritish-small && dpkg-deb -x wbritish-small_*.deb /tmp/british
    python -m search.analysis.build_real_words LEXICON \\
        /tmp/british/usr/share/dict/british-english-small

Each line of a table has endings, and the beginnings of words that take all of them.
"""

import gzip
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

from search.analysis.build_exceptions import words
from search.analysis.lexicon import Lexicon
from search.analysis.normal import fold
from search.analysis.places import place_forms
from search.analysis.real_words import path_of

POSSESSIVE = "'s"


def lines(families: Iterable[frozenset[str]]) -> list[str]:
    """Return the table of the forms of each word, in alphabetical order."""
    beginnings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for forms in families:
        beginning = _beginning(min(forms), max(forms))
        endings = sorted(form.removeprefix(beginning) for form in forms)
        beginnings[tuple(endings)].add(beginning)
    return [
        f"{','.join(endings)}\t{' '.join(sorted(beginnings[endings]))}\n"
        for endings in sorted(beginnings)
    ]


def _beginning(first: str, last: str) -> str:
    """Return what two words, and all between them in the alphabet, begin with."""
    same = takewhile(lambda letters: letters[0] == letters[1], zip(first, last, strict=False))
    return "".join(letter for letter, _other in same)


def main(lexicon: str, dictionary: str) -> None:
    """Write the tables from the lexicon in a directory and a file of one English word a line."""
    inflected = [word.forms for word in words(Lexicon(Path(lexicon)))]
    english = Path(dictionary).read_text().split()
    alone = {fold(word) for word in english if not word.endswith(POSSESSIVE)}
    write("sq", [*inflected, *map(_alone, place_forms())])
    write("en", map(_alone, alone))


def _alone(word: str) -> frozenset[str]:
    return frozenset({word})


def write(language: str, families: Iterable[frozenset[str]]) -> None:
    """Write the table of a language."""
    # Without a time stamp the same sources give the same file.
    packed = gzip.compress("".join(lines(families)).encode(), 9, mtime=0)
    path_of(language).write_bytes(packed)
    sys.stdout.write(f"{language}: {len(packed)} bytes\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
