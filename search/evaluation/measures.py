"""The usual measures of retrieval, each over the first ten results."""

import math
from collections.abc import Mapping, Sequence
from statistics import mean, quantiles

CUT = 10
Grades = Mapping[str, int]  # relevant documents and how relevant each is


def ndcg(found: Sequence[str], grades: Grades) -> float:
    """Return the discounted gain, as a share of what the best order would have (0 to 1)."""
    best = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(document, 0) for document in found]) / best if best else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(place + 2) for place, grade in enumerate(grades[:CUT]))


def reciprocal_rank(found: Sequence[str], grades: Grades) -> float:
    """Return 1 divided by the place of the first relevant result; 0 without one."""
    places = (place for place, document in enumerate(found[:CUT], 1) if grades.get(document))
    return next((1 / place for place in places), 0.0)


def recall(found: Sequence[str], grades: Grades) -> float:
    """Return the share of the relevant documents that are among the first ten."""
    relevant = {document for document, grade in grades.items() if grade}
    return len(relevant & set(found[:CUT])) / len(relevant) if relevant else 0.0


def summary(
    found: Mapping[str, Sequence[str]], grades: Mapping[str, Grades], milliseconds: Sequence[float]
) -> dict[str, float | int]:
    """Return the means over all queries, and the time that a query took at p50 and p95."""
    pairs = [(results, grades.get(query, {})) for query, results in found.items()]
    percentiles = quantiles(milliseconds, n=20, method="inclusive")
    return {
        "ndcg@10": round(mean(ndcg(*pair) for pair in pairs), 4),
        "mrr@10": round(mean(reciprocal_rank(*pair) for pair in pairs), 4),
        "recall@10": round(mean(recall(*pair) for pair in pairs), 4),
        "zero_result_rate": round(mean(not results for results in found.values()), 4),
        "p50_ms": round(percentiles[9], 2),
        "p95_ms": round(percentiles[18], 2),
        "queries": len(pairs),
    }
