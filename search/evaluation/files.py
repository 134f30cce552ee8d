"""Reads a corpus, its queries and their answers in the files of BEIR."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file that has one on each line, each with its `_id`."""
    try:
        rows = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
        return [{"_id": str(row["_id"]), **row} for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CommandError(
            f"{path} is not a file of objects with _id, one a line: {error}"
        ) from error


def read_grades(path: Path) -> dict[str, dict[str, int]]:
    """Return by query how relevant each document is; the first line holds the names of columns."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    try:
        for line in path.read_text().splitlines()[1:]:
            query, document, grade = line.split("\t")
            grades[query][document] = int(grade)
    except (OSError, ValueError) as error:
        raise CommandError(f"{path} is not a file of query, document, grade: {error}") from error
    return grades
