"""Makes `real_words.txt.gz`: the words that are never silently taken for a mistake.

The Albanian ones come from the lexicon of `build_exceptions`, the English ones from Debian's
`wbritish-small` (SCOWL; the notices of both stand beside the table). Run from the project's
directory:

    apt-get download wbritish-small && dpkg-deb -x wbritish-small_*.deb /tmp/british
    python -m search.analysis.build_real_words LEXICON \\
        /tmp/british/usr/share/dict/british-english-small

Each line of the table has endings, and the beginnings of words that take all of them.
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
from search.analysis.real_words import PATH

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
    """Write the table from the lexicon in a directory and a file of one English word a line."""
    albanian = [word.forms for word in words(Lexicon(Path(lexicon)))]
    english = Path(dictionary).read_text().split()
    alone = {fold(word) for word in english if not word.endswith(POSSESSIVE)} | set(place_forms())
    text = "".join(lines([*albanian, *(frozenset({word}) for word in alone)]))
    # Without a time stamp the same sources give the same file.
    PATH.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    sys.stdout.write(f"{PATH.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
