"""What a search server holds of an entry, how it is put there, and how it is read again."""

from collections.abc import Iterable
from typing import Any

from search.engines.client import Client
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

    def __init__(self, client: Client, alias: str) -> None:
        self._client, self._alias = client, alias

    def search(self, client: Any, asked: dict[str, Any]) -> Any:
        """Return a client's answer, which is for all documents or an error."""
        return client.search(index=self._alias, body=asked, allow_partial_search_results=False)

    def put(self, entries: Iterable[Entry], gone: Iterable[int] = ()) -> set[int]:
        """Write entries and remove others; return the ids of those that the server refused."""
        changes = [_written(entry) for entry in entries] + [_removed(pk) for pk in gone]
        with self._client.within(WRITE_SECONDS) as client:
            outcomes = self._client.streaming_bulk(
                client,
                changes,
                max_chunk_bytes=MOST_BYTES,
                raise_on_error=False,
                index=self._alias,
                # Without its alias, the server would make up an index by that name.
                require_alias=True,
            )
            told = [about for _, outcome in outcomes for about in outcome.values()]
            # To remove what is not there fails, and is no error.
            return {int(about["_id"]) for about in told if "error" in about}

    def refresh(self) -> None:
        """Let all that was written be found from now on, and nothing that was removed."""
        with self._client.within(WRITE_SECONDS) as client:
            client.indices.refresh(index=self._alias)

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
        with self._client.within(WRITE_SECONDS) as client:
            return self.search(client, asked)["hits"]["hits"]


def _written(entry: Entry) -> dict[str, Any]:
    document = {
        "id": entry.pk,
        **{name: getattr(entry, column) for name, column in FIELDS.items()},
        "labels": entry.labels.split(),
        "date": entry.date and entry.date.isoformat(),
        "digest": entry.digest,
    }
    return {"_op_type": "index", "_id": str(entry.pk), "_source": document}


def _removed(entry_id: int) -> dict[str, Any]:
    return {"_op_type": "delete", "_id": str(entry_id)}
