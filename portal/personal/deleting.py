"""How rows about people go: deleted with their files, or with the person taken out."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import FileField, Model, QuerySet
from django.utils import timezone

from portal.accounts.models import User
from portal.media.storages import private_storage


def take_out(links: Iterable[str], rows: QuerySet[Any], user: User | None = None) -> None:
    """Take a person, or everybody, out of rows that stay."""
    for link in links:
        linked = {link: user} if user else {f"{link}__isnull": False}
        rows.filter(**linked).update(**{link: None})


def delete_with_files(rows: QuerySet[Any]) -> None:
    """Delete rows, and their files when the transaction ends."""
    if fields := _file_fields(rows.model):
        files = [getattr(row, each.name) for row in rows for each in fields]
        for file in filter(None, files):
            transaction.on_commit(partial(file.storage.delete, file.name))
    rows.delete()


def delete_lost_files(folder: str, model: type[Model]) -> int:
    """Delete what no row of `model` names in a folder of the private store; return how many.

    A worker leaves such when it is killed between a file and its row. Younger ones may be about to
    get theirs.
    """
    store: Any = private_storage()
    columns = model._base_manager.values_list(*(field.name for field in _file_fields(model)))
    named = {name for row in columns for name in row}
    lost = [name for name in _stored(store, folder) if name not in named and _is_old(store, name)]
    for name in lost:
        store.delete(name)
    return len(lost)


def _file_fields(model: type[Model]) -> list[FileField]:
    return [each for each in model._meta.concrete_fields if isinstance(each, FileField)]


def _stored(store: Any, top: str) -> Iterator[str]:
    with suppress(FileNotFoundError):
        for folder in store.listdir(top)[0]:
            for name in store.listdir(f"{top}/{folder}")[1]:
                yield f"{top}/{folder}/{name}"


def _is_old(store: Any, name: str) -> bool:
    return store.get_modified_time(name) < timezone.now() - timedelta(days=1)
