"""How well each engine finds what is known to answer, and why not where it does not."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

from prepare import ROOT
from rapidfuzz.distance import OSA

from bench.search_sites import Site
from bench.site import FOLDER, configured, manage, step
from search.analysis import analyse, query_terms
from search.evaluation.files import read_grades, read_lines

DATA = ROOT / "tests" / "search" / "data"
CORPUS, ANSWERS = DATA / "corpus.jsonl", DATA / "qrels.tsv"
QUERIES = {
    "as titled": DATA / "queries.jsonl",
    "without ë and ç": DATA / "queries_undiacritised.jsonl",
    "inflected": DATA / "queries_inflected.jsonl",
}
# Spellings and derivations of a word differ by so many letters at most; short words all do.
ALIKE, SHORTEST = 2, 4
CUT = 10


class Evaluation(NamedTuple):
    """The figures of `manage.py search_evaluate`, and what each query found, best first."""

    figures: dict[str, float]
    found: dict[str, list[str]]

    def first(self, query: str) -> str:
        return next(iter(self.found[query]), "")


def evaluate(site: Site) -> dict[str, Evaluation]:
    """Return an evaluation for each kind of queries."""
    with configured(site.settings), step(f"{site.name}: {len(QUERIES)} evaluations"):
        return {kind: evaluate_queries(site.engine, path) for kind, path in QUERIES.items()}


def evaluate_queries(engine: str, queries: Path) -> Evaluation:
    details = FOLDER / "details.json"
    options = {
        "--corpus": CORPUS,
        "--queries": queries,
        "--qrels": ANSWERS,
        "--language": "sq",
        "--engine": engine,
        "--details": details,
    }
    printed = manage("search_evaluate", *(str(part) for each in options.items() for part in each))
    return Evaluation(json.loads(printed.splitlines()[-1]), json.loads(details.read_text()))


def correct_typos() -> dict[str, float]:
    """Return the figures of `manage.py bench_spelling`."""
    with configured({"DATABASE_URL": f"sqlite:///{FOLDER / 'spelling.sqlite3'}"}):
        return json.loads(manage("bench_spelling", str(CORPUS)))


def places(evaluation: Evaluation) -> Counter[str]:
    """Return how many queries found their document where."""
    grades = read_grades(ANSWERS)
    return Counter(place(found, set(grades[query])) for query, found in evaluation.found.items())


def place(found: list[str], wanted: set[str]) -> str:
    ranks = [rank for rank, document in enumerate(found[:CUT], 1) if document in wanted]
    if not ranks:
        return "not in ten" if found else "nothing found"
    return "first" if ranks[0] == 1 else "2nd to 10th"


def reasons(kind: str, evaluation: Evaluation) -> Counter[str]:
    """Return why queries did not find their document first, and how many for each reason."""
    documents, asked = texts(CORPUS), texts(QUERIES[kind])
    grades = read_grades(ANSWERS)
    return Counter(
        reason(asked[query], " ".join(documents[document] for document in grades[query]))
        for query in evaluation.found
        if evaluation.first(query) not in grades[query]
    )


@cache
def texts(path: Path) -> dict[str, str]:
    """Return the texts of a corpus or of queries by their names."""
    return {each["_id"]: each["text"] for each in read_lines(path)}


def reason(query: str, text: str) -> str:
    """Return what may keep the text from being the first that answers the query."""
    terms, has = query_terms(query, "sq"), set(analyse(text, "sq"))
    missing = [term for term in terms if term not in has]
    if not missing:
        return "all its words elsewhere too" if len(terms) > 1 else "one word, elsewhere too"
    is_similar = all(any(are_similar(term, other) for other in has) for term in missing)
    return "a similar word there" if is_similar else "another word there"


def are_similar(one: str, other: str) -> bool:
    return len(one) >= SHORTEST and OSA.distance(one, other) <= ALIKE


def differences(one: Evaluation, other: Evaluation) -> list[str]:
    """Return the queries whose first result is not the same."""
    return [query for query in one.found if one.first(query) != other.first(query)]
