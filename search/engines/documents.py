"""What a search server holds of an entry, how it is put there, and how it is read again."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from search.engines.base import EngineError
from search.engines.rest import Rest
from search.models import Entry

FIELDS = {
    "title": "title_terms",
    "headings": "heading_terms",
    "summary": "summary_terms",
    "body": "body_terms",
    "attached": "attached_terms",
}
TEXT = {"type": "text", "analyzer": "whitespace"}
MAPPING = {
    "dynamic": "strict",
    "properties": {
        "id": {"type": "long"},
        **dict.fromkeys(FIELDS, TEXT),
        "labels": {"type": "keyword"},
        "date": {"type": "date"},
        "digest": {"type": "keyword"},
    },
}
WRITE_SECONDS = 30.0
MOST_BYTES = 5_000_000  # of one request, unless one entry has more
READ_AT_ONCE = 1000
NO_FIELDS = {"digest": [""]}


class Documents:
    """The documents behind an alias: those that are searched, or those of an index to come."""

    def __init__(self, rest: Rest, alias: str) -> None:
        self._rest = rest
        self._path = f"/{alias}"

    def put(self, entries: Iterable[Entry], gone: Iterable[int] = ()) -> set[int]:
        """Write entries and remove others; return the ids of those that the server refused."""
        changes = [_written(entry) for entry in entries] + [_removed(pk) for pk in gone]
        refused: set[int] = set()
        for body in _in_requests(changes):
            # Without its alias, the server would make up an index by that name.
            answer = self._ask("POST", "/_bulk?require_alias=true", body)
            refused |= set(_refused(answer))
        return refused

    def refresh(self) -> None:
        """Let all that was written be found from now on, and nothing that was removed."""
        self._ask("POST", "/_refresh")

    def digests(self) -> dict[int, str]:
        """Return the digest of every document by its id, as the last write left them."""
        self.refresh()
        found: dict[int, str] = {}
        last = -1
        while page := self._page(after=last):
            found |= page
            last = max(page)
        return found

    def last(self) -> int:
        """Return the highest id; 0 where there is no document."""
        self.refresh()
        hits = self._hits({"sort": [{"id": "desc"}], "size": 1, "_source": False})
        return int(hits[0]["_id"]) if hits else 0

    def _page(self, after: int) -> dict[int, str]:
        asked = {
            "sort": [{"id": "asc"}],
            "search_after": [after],
            "size": READ_AT_ONCE,
            "_source": False,
            "docvalue_fields": ["digest"],
        }
        hits = self._hits(asked)
        return {int(hit["_id"]): hit.get("fields", NO_FIELDS)["digest"][0] for hit in hits}

    def _hits(self, asked: dict[str, Any]) -> list[dict[str, Any]]:
        path = "/_search?allow_partial_search_results=false"
        return self._ask("POST", path, asked)["hits"]["hits"]

    def _ask(self, method: str, path: str, body: object = None) -> Any:
        return self._rest.ask(method, self._path + path, body, seconds=WRITE_SECONDS)


def _written(entry: Entry) -> bytes:
    document = {
        "id": entry.pk,
        **{name: getattr(entry, column) for name, column in FIELDS.items()},
        "labels": entry.labels.split(),
        "date": entry.date and entry.date.isoformat(),
        "digest": entry.digest,
    }
    return _line({"index": {"_id": str(entry.pk)}}) + _line(document)


def _removed(entry_id: int) -> bytes:
    return _line({"delete": {"_id": str(entry_id)}})


def _line(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode() + b"\n"


def _in_requests(changes: Iterable[bytes]) -> Iterator[bytes]:
    taken = bytearray()
    for change in changes:
        if taken and len(taken) + len(change) > MOST_BYTES:
            yield bytes(taken)
            taken.clear()
        taken += change
    if taken:
        yield bytes(taken)


def _refused(answer: Any) -> Iterator[int]:
    """Yield what has an error; to remove what is not there is none."""
    try:
        for item in answer["items"]:
            for outcome in item.values():
                if "error" in outcome:
                    yield int(outcome["_id"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise EngineError("an answer of another form") from error
