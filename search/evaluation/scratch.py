"""A database and a server's index of their own for an evaluation, gone afterwards."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.db import connection

from search.engines import search_server
from search.tasks import send_changes

PREFIX = "portal_evaluation_"


@contextmanager
def scratch_database() -> Iterator[str]:
    """Yield the address of an empty database of the kind that the portal uses."""
    make = _postgresql if connection.vendor == "postgresql" else _sqlite
    with make() as url:
        yield url


@contextmanager
def _sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
        yield f"sqlite:///{Path(folder) / 'db.sqlite3'}"


@contextmanager
def _postgresql() -> Iterator[str]:
    name = PREFIX + secrets.token_hex(6)
    settings = connection.settings_dict
    user, password, host = (
        quote(settings[key] or "", safe="") for key in ("USER", "PASSWORD", "HOST")
    )
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        try:
            yield f"postgres://{user}:{password}@{host}:{settings['PORT'] or 5432}/{name}"
        finally:
            # Not by force, which may not end the server's own cleaning; this waits for it to end.
            cursor.execute(f"DROP DATABASE {name}")


@contextmanager
def scratch_index() -> Iterator[None]:
    """Let the search server, where there is one, hold what the scratch database does."""
    server = search_server()
    if not server:
        yield
        return
    try:
        send_changes.call()
        yield
    finally:
        server.indexes.remove()
