"""Indexes a corpus and asks the queries, as visitors would be answered."""

import time
from collections.abc import Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.management.base import CommandError

from search.content import Content
from search.find import Found, Wanted, find
from search.index.build import Rows, Source, build
from search.index.write import store
from search.models import Entry

BATCH = 200
PATIENCE = 30  # seconds


def index_corpus(documents: Sequence[dict[str, Any]], language: str) -> dict[int, str]:
    """Put the documents into the empty index; return their names by the id of their entry."""
    rows = [_rows(document, language, number) for number, document in enumerate(documents)]
    for start in range(0, len(rows), BATCH):
        store({each.entry.key: [each] for each in rows[start : start + BATCH]})
    entries = Entry.objects.values_list("pk", "page_id")
    return {pk: documents[number]["_id"] for pk, number in entries}


def _rows(document: dict[str, Any], language: str, number: int) -> Rows:
    key = uuid5(NAMESPACE_URL, document["_id"])
    content = Content(
        kind="page",
        language=language,
        title=document.get("title", ""),
        paragraphs=[document["text"]],
    )
    return build(Source(key, key, language, number), content)


def ask(
    queries: Sequence[dict[str, Any]], language: str, names: dict[int, str]
) -> tuple[dict[str, list[str]], list[float]]:
    """Return the documents found by query, and how many milliseconds each took."""
    found, milliseconds = {}, []
    for query in queries:
        wanted = Wanted(query["text"], language)
        start = time.perf_counter()
        answer = find(wanted)
        milliseconds.append((time.perf_counter() - start) * 1000)
        if answer.is_fallback:
            answer = _of_the_server(wanted)
        found[query["_id"]] = [names[entry_id] for entry_id in answer.ids]
    return found, milliseconds


def _of_the_server(wanted: Wanted) -> Found:
    """Ask until the server answers: one slow answer has the database asked for some seconds."""
    for _ in range(PATIENCE):
        time.sleep(1)
        answer = find(wanted)
        if not answer.is_fallback:
            return answer
    raise CommandError("the search server does not answer")
