"""`python -m bench.search_analyser`: what the analyser costs and what it confuses, as JSON.

In a process of its own, so that nothing is loaded before.
"""

from __future__ import annotations

import json
import os
import time
from itertools import combinations
from pathlib import Path
from statistics import mean, median

from prepare import ROOT

DATA = ROOT / "tests" / "search" / "data"
ROUNDS = 5
MB = 1024**2


def resident() -> float:
    """Return the megabytes of memory that the process has."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MB


def load() -> dict[str, float]:
    """Return what it takes until the first word is analysed."""
    memory, start = resident(), time.perf_counter()
    from search.analysis import analyse  # noqa: PLC0415, that is what is measured

    analyse("bashki", "sq")
    seconds = time.perf_counter() - start
    return {"load_ms": seconds * 1000, "memory_mb": resident() - memory}


def speed() -> dict[str, float]:
    """Return words a second over the corpus, the first time and once its words are known."""
    from search.analysis import analyse  # noqa: PLC0415

    lines = (DATA / "corpus.jsonl").read_text().splitlines()
    text = "\n".join(json.loads(line)["text"] for line in lines)
    count = len(text.split())
    rates = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        analyse(text, "sq")
        rates.append(count / (time.perf_counter() - start))
    return {"new_words_a_second": rates[0], "words_a_second": median(rates[1:])}


def forms() -> dict[str, float]:
    """Return the share of pairs of one word's forms that meet, and how many words are confused."""
    from search.analysis import analyse  # noqa: PLC0415

    lines = (DATA / "forms.txt").read_text().splitlines()
    rows = [line.split("|") for line in lines if not line.startswith("#")]
    terms = [
        (family, [tuple(analyse(form, "sq")) for form in of.split()]) for family, _, of in rows
    ]
    pairs = [one == other for _, its_terms in terms for one, other in combinations(its_terms, 2)]
    confused = {
        frozenset((one, other))
        for (one, its_terms), (other, others) in combinations(terms, 2)
        if one != other and not set(its_terms).isdisjoint(others)
    }
    return {"pair_recall": mean(pairs), "confused": len(confused)}


if __name__ == "__main__":
    print(json.dumps({**load(), **speed(), **forms()}))
