"""The indexes on a search server: the one that is searched, and the one that is being built.

Each has an alias and a name of its own, so that one takes the other's place in one step.
"""

import hashlib
import json
import re
import time
from collections.abc import Iterable

from search.engines.base import EngineError
from search.engines.client import Client
from search.engines.documents import MAPPING, WRITE_SECONDS, Documents

INDEX = {
    "settings": {
        "index": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "1s"}
    },
    "mappings": MAPPING,
}
# Part of each name: what was built in another form is not gone on with.
FORM = hashlib.sha256(json.dumps(INDEX).encode()).hexdigest()[:8]
READ_SECONDS = 3.0


class Indexes:
    """Those of one site; others may share the server under another prefix."""

    def __init__(self, client: Client, prefix: str) -> None:
        self._client = client
        self._live, self._next = f"{prefix}entries", f"{prefix}entries_next"
        self._ours = re.compile(rf"{re.escape(self._live)}_[0-9a-f]{{8}}_\d+")
        self.live = Documents(client, self._live)
        self.next = Documents(client, self._next)

    def are_ready(self) -> bool:
        """Whether what is searched is there, in the form that this code writes."""
        return any(FORM in name for name in self._named(self._live))

    def prepare(self) -> None:
        """Make the index that is to come, unless an earlier attempt left it."""
        begun = self._named(self._next)
        if any(FORM in name for name in begun):
            return
        self._remove(begun)
        name = f"{self._live}_{FORM}_{time.time_ns()}"
        body = {**INDEX, "aliases": {self._next: {}}}
        with self._client.within(WRITE_SECONDS) as client:
            client.indices.create(index=name, body=body)

    def swap(self) -> None:
        """Let the index that is to come be searched from now on, and remove all others."""
        new = self._named(self._next)
        if len(new) != 1:
            raise EngineError("no index is being built")
        actions = [
            {"add": {"index": new[0], "alias": self._live}},
            {"remove": {"index": new[0], "alias": self._next}},
            *({"remove_index": {"index": name}} for name in self._all() if name != new[0]),
        ]
        with self._client.within(WRITE_SECONDS) as client:
            client.indices.update_aliases(body={"actions": actions})

    def remove(self) -> None:
        """Remove every index of this site."""
        self._remove(self._all())

    def _remove(self, names: Iterable[str]) -> None:
        with self._client.within(WRITE_SECONDS) as client:
            for name in names:
                client.indices.delete(index=name)

    def _named(self, alias: str) -> list[str]:
        return [name for name, aliases in self._all().items() if alias in aliases]

    def _all(self) -> dict[str, list[str]]:
        """Return the aliases of each index of this site."""
        with self._client.within(READ_SECONDS) as client:
            found = client.indices.get_alias(index=f"{self._live}_*", expand_wildcards="all")
            return {
                name: list(about["aliases"])
                for name, about in found.items()
                if self._ours.fullmatch(name)
            }
