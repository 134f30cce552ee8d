"""How rows about people go: deleted with their files, or with the person taken out."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import FileField, QuerySet

from portal.accounts.models import User


def take_out(links: Iterable[str], rows: QuerySet[Any], user: User | None = None) -> None:
    """Take a person, or everybody, out of rows that stay."""
    for link in links:
        linked = {link: user} if user else {f"{link}__isnull": False}
        rows.filter(**linked).update(**{link: None})


def delete_with_files(rows: QuerySet[Any]) -> None:
    """Delete rows, and their files when the transaction ends."""
    fields = [each for each in rows.model._meta.concrete_fields if isinstance(each, FileField)]
    if fields:
        files = [getattr(row, each.name) for row in rows for each in fields]
        for file in filter(None, files):
            transaction.on_commit(partial(file.storage.delete, file.name))
    rows.delete()
