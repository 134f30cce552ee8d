"""`manage.py bench_spelling`: how often the word is found that was meant, as JSON."""

import json
import random
import time
from argparse import ArgumentParser
from pathlib import Path
from statistics import mean, quantiles
from string import ascii_lowercase
from typing import Any

from django.core.management.base import BaseCommand

from search.analysis.normal import fold
from search.evaluation.files import read_lines
from search.evaluation.run import index_corpus
from search.management.commands.search_evaluate import migrate_to_index
from search.models import Word
from search.spelling import corrections
from search.terms import index_terms

LANGUAGE = "sq"
COUNT, SHORTEST = 500, 5


class Command(BaseCommand):
    help = "Index a corpus in an empty database and misspell its words, one letter in each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("corpus", type=Path, help="_id, title, text")

    def handle(self, *, corpus: Path, **options: Any) -> None:
        """Print typos, first and in_five (shares of them), p50_ms and p95_ms."""
        migrate_to_index()
        index_corpus(read_lines(corpus), LANGUAGE)
        typos = misspelt_words()
        corrections(next(iter(typos)), LANGUAGE)  # reads the words
        results = [ask(typed, meant) for typed, meant in typos.items()]
        ranks, milliseconds = zip(*results, strict=True)
        cuts = quantiles(milliseconds, n=20, method="inclusive")
        figures = {
            "typos": len(typos),
            "first": mean(rank == 0 for rank in ranks),
            "in_five": mean(rank >= 0 for rank in ranks),
            "p50_ms": cuts[9],
            "p95_ms": cuts[18],
        }
        self.stdout.write(json.dumps(figures))


def misspelt_words() -> dict[str, str]:
    """Return by what is typed what is meant; what is typed is no word of the corpus."""
    chance = random.Random(1)  # noqa: S311, no secret
    words = list(Word.objects.order_by("word").values_list("word", flat=True))
    known = set(map(fold, words))
    long = [word for word in words if len(word) >= SHORTEST]
    typos = {misspell(word, chance): word for word in chance.sample(long, COUNT)}
    return {typed: meant for typed, meant in typos.items() if fold(typed) not in known}


def misspell(word: str, chance: random.Random) -> str:
    """Change, leave out, add or swap one letter after the first."""
    place, letter = chance.randrange(1, len(word) - 1), chance.choice(ascii_lowercase)
    before, own, after = word[:place], word[place], word[place + 1 :]
    ways = (letter + after, after, own + letter + after, after[0] + own + after[1:])
    return before + chance.choice(ways)


def ask(typed: str, meant: str) -> tuple[int, float]:
    """Return the place of a form of what was meant, or -1, and the milliseconds it took."""
    start = time.perf_counter()
    offered = corrections(typed, LANGUAGE)
    milliseconds = (time.perf_counter() - start) * 1000
    terms = [index_terms(each, LANGUAGE) for each in offered]
    wanted = index_terms(meant, LANGUAGE)
    return (terms.index(wanted) if wanted in terms else -1), milliseconds
