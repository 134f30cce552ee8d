"""Whether search answers: pages, and the search page too, come without its server."""

from portal.health import Part
from search.engines import EngineError, search_server

SECONDS = 2


def _ask_server() -> None:
    server = search_server()
    if server:
        with server.client.within(SECONDS) as client:
            if not client.ping():
                raise EngineError


WATCHED = [Part("search", _ask_server)]
