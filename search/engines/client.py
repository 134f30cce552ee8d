"""The search server's own client: only that of the configured engine is loaded."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from typing import Any

from search.engines.base import EngineError


class RefusedQuestionError(EngineError):
    """The server is well, and does not take this request."""


class MissingError(EngineError):
    """The server is well, and does not have what the request is about."""


KINDS: dict[object, type[EngineError]] = {400: RefusedQuestionError, 404: MissingError}
# What clients, and those who read an answer, raise where it has another form; OSError: no such CA.
OTHER_ERRORS = (AttributeError, LookupError, OSError, TypeError, ValueError)


class Client:
    """A server's clients, one for each deadline; errors name no user and quote no question."""

    def __init__(self, engine: str, url: str, ca: str) -> None:
        """Take an address, perhaps with user and password, and a file of authorities to trust."""
        self._kind = import_module(f"search.engines.{engine}")
        self._url, self._ca = url, ca
        self._clients: dict[float, Any] = {}
        self.streaming_bulk = self._kind.streaming_bulk

    @contextmanager
    def within(self, seconds: float) -> Iterator[Any]:
        """Lend the client each of whose requests ends after so many seconds.

        It is an `Elasticsearch` or an `OpenSearch`: only calls that are the same in both are made.
        What fails, or answers in another form, raises `EngineError`.
        """
        try:
            if seconds not in self._clients:
                self._clients[seconds] = self._kind.connect(self._url, self._tls, seconds)
            yield self._clients[seconds]
        except (*self._kind.ERRORS, *OTHER_ERRORS) as error:
            raise _told(error) from None

    @cached_property
    def _tls(self) -> dict[str, Any]:
        if not self._url.startswith("https:"):
            return {}
        return {"ssl_context": ssl.create_default_context(cafile=self._ca or None)}


def _told(error: Exception) -> EngineError:
    """Return an error by its kind only: its reason would quote what somebody looked for."""
    told, status = type(error).__name__, getattr(error, "status_code", None)
    if isinstance(status, int):
        told += f" {status}"
    match getattr(error, "info", None):
        case {"error": {"type": kind}}:
            told += f" {kind}"
    return KINDS.get(status, EngineError)(told)
