"""Compares the index with what it was made of, and the search server with the index."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page

from search.content import Searchable
from search.engines import database_engine, search_server
from search.engines.postgresql import HEADS
from search.engines.postgresql import TABLE as VECTORS
from search.engines.server import Server
from search.index.build import build
from search.index.difference import Difference, compare_documents, difference
from search.index.outbox import batches, send_all
from search.index.rebuild import rebuild
from search.index.write import contents, refresh
from search.models import Entry


@dataclass(frozen=True, slots=True)
class Check:
    """Something that can be compared, and made what it should be."""

    name: str
    compare: Callable[[], Difference]
    repair: Callable[[Difference], None]


def checks() -> Iterator[Check]:
    """Yield what there is to check, each after what it is compared with."""
    yield Check("pages", compare_pages, repair_pages)
    if connection.vendor == "postgresql":
        yield Check("vectors", compare_vectors, repair_vectors)
    if server := search_server():
        yield Check("server", partial(compare_server, server), partial(repair_server, server))


def compare_pages() -> Difference:
    """Compare the table of entries with the public pages; by owner, key and audience."""
    wanted = {
        (source.owner, source.key, source.audience): build(source, content).entry.digest
        for owners in batches(_owners())
        for source, content in contents(owners)
    }
    rows = Entry.objects.values_list("owner", "key", "audience", "digest")
    return difference(wanted, {tuple(key): digest for *key, digest in rows})


def _owners() -> set[UUID]:
    models = [model for model in apps.get_models() if issubclass(model, Searchable)]
    types = ContentType.objects.get_for_models(*models).values()
    pages = Page.objects.filter(content_type__in=types, live=True)
    return set(pages.values_list("translation_key", flat=True))


def repair_pages(different: Difference) -> None:
    """Read the pages again whose entries differ."""
    for owners in batches({owner for owner, _key, _audience in different.all}):
        refresh(owners)


def compare_vectors() -> Difference:
    """Find the entries that PostgreSQL lacks a vector of; others go with their entries."""
    statement = (
        f"SELECT id FROM {Entry._meta.db_table} "  # noqa: S608, names of ours
        f"WHERE id NOT IN (SELECT entry_id FROM {VECTORS} JOIN {HEADS} USING (entry_id))"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return Difference(missing={entry_id for (entry_id,) in cursor.fetchall()})


def repair_vectors(different: Difference) -> None:
    """Write the vectors that are missing."""
    for ids in batches(different.missing):
        database_engine().write(Entry.objects.filter(pk__in=ids))


def compare_server(server: Server) -> Difference:
    """Compare what the search server holds with the table of entries; by the entries' ids."""
    if server.indexes.are_ready():
        return compare_documents(server.indexes.live)
    return Difference(missing=set(Entry.objects.values_list("pk", flat=True)))


def repair_server(server: Server, different: Difference) -> None:
    """Send what differs, or everything where there is no index yet."""
    if server.indexes.are_ready():
        send_all(server.indexes.live, different.all)
    else:
        rebuild(server.indexes)
