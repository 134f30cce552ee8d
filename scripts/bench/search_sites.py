"""The portal on each engine, in databases and indexes that are gone afterwards."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg

from bench.servers import database
from bench.site import FOLDER, configured, empty_folder, manage, service_url, step

DATABASE = "portal_bench_search"
REMOVE_INDEXES = "from search.engines import search_server; search_server().indexes.remove()"


class Site(NamedTuple):
    """The portal on one engine: the settings that make it use that."""

    name: str
    settings: dict[str, str]

    @property
    def engine(self) -> str:
        return self.settings["SEARCH_ENGINE"]


@contextmanager
def sites() -> Iterator[list[Site]]:
    """Yield the portal on every engine; search servers stand beside the PostgreSQL database."""
    server = service_url("DATABASE_URL")
    urls = {name: service_url(f"{name.upper()}_URL") for name in ("Elasticsearch", "OpenSearch")}
    empty_folder()
    own = urlsplit(server)._replace(path=f"/{DATABASE}").geturl()
    try:
        with database(server, DATABASE):
            yield [
                site("SQLite", f"sqlite:///{FOLDER / 'db.sqlite3'}"),
                site("PostgreSQL", own),
                *(site(name, own, name.lower(), url) for name, url in urls.items()),
            ]
    finally:
        for file in FOLDER.glob("*.sqlite3*"):
            file.unlink()


def site(name: str, database_url: str, engine: str = "database", url: str = "") -> Site:
    settings = {"DATABASE_URL": database_url, "SEARCH_ENGINE": engine, "SEARCH_URL": url}
    return Site(name, {**settings, "SEARCH_INDEX_PREFIX": "bench_"})


@contextmanager
def searched(site: Site) -> Iterator[None]:
    """Let what is started within the block be the portal on this engine, with its index."""
    with configured(site.settings):
        if site.engine == "database":
            yield
            return
        manage("shell", "-c", REMOVE_INDEXES)  # of a run that was killed
        try:
            with step(f"{site.name}: its index"):
                manage("search_rebuild")
            yield
        finally:
            manage("shell", "-c", REMOVE_INDEXES)


def versions(all_sites: list[Site]) -> str:
    """Return the engines with their versions as a sentence."""
    named = [f"{site.name} {version(site)}" for site in all_sites]
    return f"{', '.join(named)}; the last two beside PostgreSQL."


def version(site: Site) -> str:
    if site.name == "SQLite":
        return sqlite3.sqlite_version
    if site.engine == "database":
        with psycopg.connect(site.settings["DATABASE_URL"]) as connection:
            return str(connection.info.parameter_status("server_version")).partition(" ")[0]
    address = f"{site.settings['SEARCH_URL']}/_nodes/_local?filter_path=nodes.*.version"
    with urlopen(address, timeout=10) as response:
        (node,) = json.load(response)["nodes"].values()
        return node["version"]
