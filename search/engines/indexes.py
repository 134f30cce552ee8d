"""The indexes on a search server: the one that is searched, and the one that is being built.

Each has an alias and a name of its own, so that one takes the other's place in one step.
"""

import hashlib
import json
import re
import time
from collections.abc import Iterable
from typing import Any

from search.engines.base import EngineError
from search.engines.documents import MAPPING, WRITE_SECONDS, Documents
from search.engines.rest import Rest

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

    def __init__(self, rest: Rest, prefix: str) -> None:
        self._rest = rest
        self._live, self._next = f"{prefix}entries", f"{prefix}entries_next"
        self._ours = re.compile(rf"{re.escape(self._live)}_[0-9a-f]{{8}}_\d+")
        self.live = Documents(rest, self._live)
        self.next = Documents(rest, self._next)

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
        self._ask("PUT", f"/{name}", {**INDEX, "aliases": {self._next: {}}})

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
        self._ask("POST", "/_aliases", {"actions": actions})

    def remove(self) -> None:
        """Remove every index of this site."""
        self._remove(self._all())

    def _remove(self, names: Iterable[str]) -> None:
        for name in names:
            self._ask("DELETE", f"/{name}")

    def _named(self, alias: str) -> list[str]:
        return [name for name, aliases in self._all().items() if alias in aliases]

    def _all(self) -> dict[str, list[str]]:
        """Return the aliases of each index of this site."""
        found = self._ask("GET", f"/{self._live}_*/_alias?expand_wildcards=all")
        return {
            name: list(about["aliases"])
            for name, about in found.items()
            if self._ours.fullmatch(name)
        }

    def _ask(self, method: str, path: str, body: object = None) -> Any:
        seconds = READ_SECONDS if method == "GET" else WRITE_SECONDS
        return self._rest.ask(method, path, body, seconds=seconds)
