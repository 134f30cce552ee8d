"""The portal that is attacked, once for all tests of a worker."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from socket import socket

import pytest

from tests.attacks.site import NGINX, Site, copied_database
from tests.attacks.site import site as served
from tests.conftest import need


@pytest.fixture(scope="session")
def silent_mail() -> Iterator[str]:
    """A mail server that takes every connection and never says a word."""
    with socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(50)
        yield f"smtp://127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("attacked")


@pytest.fixture(scope="session")
def database(
    django_db_setup, django_db_blocker, shared_folder: Path, worker_id: str, folder: Path
) -> Iterator[str]:
    """The address of a database with the site's structure in it."""
    with (
        django_db_blocker.unblock(),
        copied_database(folder, shared_folder, worker_id) as address,
    ):
        yield address


@pytest.fixture(scope="session")
def site(folder: Path, database: str, silent_mail: str) -> Iterator[Site]:
    """The portal behind its front; every thread has served a page."""
    need(NGINX, "nginx")
    with served(folder, database, silent_mail) as attacked:
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda number: attacked.visitor(number).get("/sq/"), range(1, 25)))
        yield attacked
