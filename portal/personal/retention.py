"""What is held too long by each description's own rule, and goes each night."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from portal.personal.deleting import delete_with_files, take_out
from portal.personal.held import Held, all_held


def due() -> Iterator[tuple[Held, QuerySet[Any]]]:
    """Yield each description with the rows that are due."""
    for held in all_held():
        rows = held.kept.due_rows(held.model_class)
        if held.kept.only_names:
            named = (Q(**{f"{link}__isnull": False}) for link in held.links)
            rows = rows.filter(Q(*named, _connector=Q.OR))
        yield held, rows


@transaction.atomic
def let_go_of(held: Held, rows: QuerySet[Any]) -> None:
    """Delete rows that are due, or take people out of them."""
    if held.kept.only_names:
        take_out(held.links, rows)
    else:
        delete_with_files(rows)
