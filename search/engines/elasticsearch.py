"""Elasticsearch's own client, held to one deadline."""

from typing import Any

from elastic_transport import NodeConfig, TransportError, Urllib3HttpNode
from elastic_transport.client_utils import url_to_node_config
from elasticsearch import ApiError, Elasticsearch
from elasticsearch.helpers import streaming_bulk
from urllib3 import HTTPSConnectionPool

from search.engines.deadline import CONNECTIONS, hurry

__all__ = ["ERRORS", "connect", "streaming_bulk"]
ERRORS = (ApiError, TransportError)


class Node(Urllib3HttpNode):
    """A server that answers as a whole in time."""

    def __init__(self, config: NodeConfig) -> None:
        super().__init__(config)
        hurry(self.pool, config.request_timeout or 0)
        if isinstance(self.pool, HTTPSConnectionPool):
            # Those of certifi, which would be trusted beside those of the context.
            self.pool.ca_certs = None


def connect(url: str, tls: dict[str, Any], seconds: float) -> Elasticsearch:
    """Return a client that never asks twice, and whose answers are there after so many seconds."""
    node = url_to_node_config(url, use_default_ports_for_scheme=True)
    node = node.replace(request_timeout=seconds, connections_per_node=CONNECTIONS, **tls)
    return Elasticsearch([node], node_class=Node, max_retries=0)
