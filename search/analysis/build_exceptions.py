"""Makes `exceptions.txt.gz`: the Albanian word forms that the stripper alone would get wrong.

The forms come from the lexicon of uniparser-albanian (MIT, its notice stands beside the table).
It is needed for this only, so install it elsewhere, and run from the project's directory:

    python3 -m venv /tmp/lexicon && /tmp/lexicon/bin/pip install uniparser-albanian==2.3.0
    python -m search.analysis.build_exceptions \\
        /tmp/lexicon/lib/python3.*/site-packages/uniparser_albanian/data_strict

It takes some ten seconds. Each line of the table is a stem and the forms that lead to it.
"""

import gzip
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from search.analysis.exceptions import PATH
from search.analysis.lexicon import Entry, Lexicon
from search.analysis.normal import fold
from search.analysis.places import place_forms
from search.analysis.stripper import strip
from search.analysis.words import ALBANIAN

# Where one form belongs to several words, the likelier one in official prose; a form that is
# the word itself, and one that the stripper already leads there, count for more.
LIKELIHOOD = {"NOUN": 3, "A": 2, "V": 1, "PRO": 3, "NUM": 3, "ADV": 1}
ITSELF = 1
STRIPPED = 3
# Gheg participles and aorists, and a subjunctive that the lexicon does not mark as obsolete.
UNUSED = ("uur", "uem", "uet", "uen", "onjë")
# Homographs where official prose nearly always means this one.
CHOSEN = {
    "grate": "grua",
    "gjera": "gje",
    "gjerat": "gje",
    "gjerave": "gje",
    "nxenesi": "nxenes",
    "liri": "liri",
    "polici": "polici",
}
# Feminine nouns in -i that are not what they would be without it: bashkë, together; punëtor, a
# worker. Elsewhere the two are near enough to meet, as filozof and filozofi.
APART = frozenset({"bashki", "drejtori", "gazetari", "liri", "polici", "punetori", "qytetari"})


class Word(NamedTuple):
    lemma: str
    kind: str
    forms: frozenset[str]
    participles: frozenset[str]


def words(lexicon: Lexicon) -> list[Word]:
    """Return the nouns, adjectives and verbs of a lexicon with their folded forms."""
    found = [_word(lexeme, lexicon.forms(lexeme)) for lexeme in lexicon.lexemes()]
    return [word for word in found if word.kind in LIKELIHOOD and word.forms]


def _word(lexeme: Entry, forms: set[tuple[str, str]]) -> Word:
    letters = {form for form, _ in forms}
    return Word(
        fold(lexeme.values["lex"]),
        lexeme.values["gramm"].split(",")[0],
        frozenset(fold(form) for form in letters if _is_used(form, letters)),
        frozenset(fold(form) for form, grammar in forms if "ptcp" in grammar),
    )


def _is_used(form: str, forms: set[str]) -> bool:
    is_doubled = form.endswith("të") and form[:-1] in forms  # të miratë beside të mirat
    return form.isalpha() and not is_doubled and not form.endswith(UNUSED)


def commonest_stem(word: Word) -> str:
    """Return the stem to which the stripper brings most forms of a word."""
    if word.kind in {"PRO", "NUM"}:
        return strip(word.lemma)
    stems = Counter(strip(form) for form in sorted(word.forms))
    return max(stems, key=lambda stem: (stems[stem], stem == strip(word.lemma), stem))


def stems_of(found: list[Word]) -> list[str]:
    """Return the stem of each word; an adjective made of a participle has that of its verb."""
    stems = _apart(found, [commonest_stem(word) for word in found])
    verbs = {
        participle: stem
        for word, stem in zip(found, stems, strict=True)
        for participle in word.participles
    }
    return [
        verbs.get(word.lemma, stem) if word.kind == "A" else stem
        for word, stem in zip(found, stems, strict=True)
    ]


def _apart(found: list[Word], stems: list[str]) -> list[str]:
    """Give a word its own letters for a stem where the stripper's belongs to another word."""
    pairs = list(zip(found, stems, strict=True))
    regular = {stem for word, stem in pairs if stem == strip(word.lemma)}
    return [
        word.lemma if word.lemma in APART or _is_irregular(word, stem, regular) else stem
        for word, stem in pairs
    ]


def _is_irregular(word: Word, stem: str, regular: set[str]) -> bool:
    """gjë has gjëra, and these look like gjerë."""
    return stem in regular and stem != strip(word.lemma)


def table(found: list[Word]) -> dict[str, str]:
    """Return the stem of every form that the stripper would bring elsewhere."""
    candidates: dict[str, Counter[str]] = defaultdict(Counter)
    for word, stem in zip(found, stems_of(found), strict=True):
        for form in word.forms | {word.lemma}:
            # The lexicon lists a word once more for each meaning: that makes no stem likelier.
            weight = LIKELIHOOD[word.kind] + ITSELF * (form == word.lemma)
            candidates[form][stem] = max(candidates[form][stem], weight)
    likeliest = {form: _likeliest(form, stems) for form, stems in candidates.items()}
    best = likeliest | CHOSEN | place_forms()
    return {
        form: stem for form, stem in best.items() if stem != strip(form) and form not in ALBANIAN
    }


def _likeliest(form: str, stems: Counter[str]) -> str:
    return max(stems, key=lambda stem: (stems[stem] + STRIPPED * (stem == strip(form)), stem))


def lines(exceptions: dict[str, str]) -> Iterable[str]:
    """Yield `stem form form …` in alphabetical order."""
    forms = defaultdict(list)
    for form, stem in exceptions.items():
        forms[stem].append(form)
    return (f"{stem} {' '.join(sorted(forms[stem]))}\n" for stem in sorted(forms))


def main(directory: str) -> None:
    """Write the table from the lexicon in a directory."""
    exceptions = table(words(Lexicon(Path(directory))))
    text = "".join(lines(exceptions))
    # Without a time stamp the same lexicon gives the same file.
    PATH.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    sys.stdout.write(f"{len(exceptions)} forms, {PATH.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1])
