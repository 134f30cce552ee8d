"""OpenSearch's own client, held to one deadline."""

from base64 import b64encode
from typing import Any

from opensearchpy import OpenSearch, OpenSearchException, Urllib3HttpConnection
from opensearchpy.helpers import streaming_bulk

from search.engines.deadline import CONNECTIONS, hurry

__all__ = ["ERRORS", "connect", "streaming_bulk"]
ERRORS = (OpenSearchException,)


class Connection(Urllib3HttpConnection):
    """A server that answers as a whole in time."""

    def __init__(self, http_auth: str = "", **options: Any) -> None:
        super().__init__(**options)
        hurry(self.pool, self.timeout)
        if http_auth:
            # Urllib3's own way knows Latin-1 only.
            token = b64encode(http_auth.encode()).decode()
            self.headers["authorization"] = f"Basic {token}"


def connect(url: str, tls: dict[str, Any], seconds: float) -> OpenSearch:
    """Return a client that never asks twice, and whose answers are there after so many seconds."""
    return OpenSearch(
        url,
        port=80,  # where the address has none
        timeout=seconds,
        connection_class=Connection,
        pool_maxsize=CONNECTIONS,
        max_retries=0,
        **tls,
    )
