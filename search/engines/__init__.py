"""The engines that hold the index: the database always, beside it a search server."""

import logging
import time
from functools import cache, partial

from django.conf import settings
from django.db import connection

from search.engines.base import Answer, Engine, EngineError, Order, Question
from search.engines.client import MissingError, RefusedQuestionError
from search.engines.postgresql import PostgreSQL
from search.engines.server import SLOW_SECONDS, Server
from search.engines.sqlite import SQLite
from search.engines.waiting import MOST_WAITING, together, waiting_entries

__all__ = [
    "Answer",
    "Engine",
    "EngineError",
    "Order",
    "Question",
    "ask",
    "database_engine",
    "search_server",
]
logger = logging.getLogger(__name__)


@cache
def database_engine() -> Engine:
    """Return the engine within the portal's own database."""
    return PostgreSQL() if connection.vendor == "postgresql" else SQLite()


def search_server() -> Server | None:
    """Return the search server; None where the database is all there is."""
    if settings.SEARCH_ENGINE == "database":
        return None
    return _server(
        settings.SEARCH_ENGINE,
        settings.SEARCH_URL,
        settings.SEARCH_CA,
        settings.SEARCH_INDEX_PREFIX,
    )


@cache
def _server(engine: str, url: str, ca: str, prefix: str) -> Server:
    return Server(engine, url, ca, prefix)


def ask(question: Question) -> tuple[Answer, bool]:
    """Return the answer, and whether the database gave it because the search server failed.

    What the server was not told yet, the database answers for; all of it where that is much.
    """
    server = search_server()
    waiting = waiting_entries() if server else frozenset()
    if not server or len(waiting) > MOST_WAITING:
        return database_engine().find(question), False
    database = database_engine()
    answer = together(question, waiting, partial(_answer, server), database.find)
    return answer or database.find(question), answer is None


def _answer(server: Server, question: Question) -> Answer | None:
    """Return the server's answer; None where it has none or failed just now."""
    if not server.circuit.allows():
        return None
    start = time.monotonic()
    try:
        answer = server.find(question)
    except RefusedQuestionError as error:
        # Others are answered, and none of them waits for this one.
        logger.warning("The search server refused a question (%s)", error)
        return None
    except MissingError as error:
        logger.warning("The search server lacks its index, which will be built (%s)", error)
        _have_it_built()
        return None
    except EngineError as error:
        _failed(server, str(error))
        return None
    if time.monotonic() - start > SLOW_SECONDS:
        _failed(server, "it was slow")
    elif server.circuit.succeeded():
        logger.warning("The search server answers again")
    return answer


def _have_it_built() -> None:
    from search.tasks import send_soon  # noqa: PLC0415, sends to these engines

    send_soon()


def _failed(server: Server, reason: str) -> None:
    if server.circuit.failed():
        logger.warning("The search server failed (%s): the database answers", reason)
