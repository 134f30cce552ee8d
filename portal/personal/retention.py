"""What is held too long by each description's own rule, and goes each night."""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from portal.personal.deleting import delete_with_files, take_out
from portal.personal.held import Held


def due_rows(held: Held) -> QuerySet[Any]:
    """Return the rows that are due by a description."""
    rows = held.kept.due_rows(held.model_class)
    if not held.kept.only_names:
        return rows
    named = (Q(**{f"{link}__isnull": False}) for link in held.links)
    return rows.filter(Q(*named, _connector=Q.OR))


@transaction.atomic
def let_go_of(held: Held, rows: QuerySet[Any]) -> None:
    """Delete rows that are due, or take people out of them."""
    if held.let_go:
        held.let_go(rows)
    if held.kept.only_names:
        take_out(held.links, rows)
    else:
        delete_with_files(rows)
