"""One effect, however often a task is begun."""

from django.db import connection
from django.db.transaction import TransactionManagementError

from portal.tasks.models import Done


def once(key: str) -> bool:
    """Return whether what `key` names was not done yet; it counts as done with the transaction.

    To be asked in the transaction of the effect: both are kept or neither. Who asks at the same
    time waits for the other. A key is at most 200 characters long, names nobody (use `User.key`),
    and is remembered for 90 days. Raises TransactionManagementError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("once() belongs to the transaction of the effect")
    return Done.objects.get_or_create(key=key)[1]
