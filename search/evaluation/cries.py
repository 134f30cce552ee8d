"""Measures how well cries for help are told from questions about violence."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from search.cries.lists import is_cry


def measure(cries: Iterable[str], topics: Iterable[str]) -> dict[str, Any]:
    """Return which cries get no help and which topics do, and what share of each that is."""
    cries, topics = list(cries), list(topics)
    missed = [query for query in cries if not is_cry(query)]
    false = [query for query in topics if is_cry(query)]
    return {
        "missed": round(len(missed) / len(cries), 3) if cries else 0.0,
        "false_alarms": round(len(false) / len(topics), 3) if topics else 0.0,
        "missed_queries": missed,
        "false_alarm_queries": false,
    }


def halves(cries: Path, topics: Path) -> dict[str, dict[str, Any]]:
    """Measure two files of one query a line: the odd lines apart from the even ones."""
    lines = [path.read_text().splitlines() for path in (cries, topics)]
    return {
        name: measure(*(each[start::2] for each in lines))
        for name, start in (("odd", 0), ("even", 1))
    }
