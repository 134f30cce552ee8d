"""Files that are to be deleted, from a store that could not do it when it was asked."""

import logging

from django.db import models

from portal.media.storages import private_storage, public_storage

logger = logging.getLogger(__name__)


class Leftover(models.Model):
    """A file that nothing names any more; `store` is "public" or "private"."""

    store = models.CharField(max_length=7)
    name = models.CharField(max_length=255)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "name"], name="unique_leftover")]

    def __str__(self) -> str:
        return f"{self.store}: {self.name}"


def remember(store: str, name: str) -> None:
    """Have a file deleted when its store answers again."""
    logger.warning("A file of the %s store could not be deleted now and waits for it", store)
    Leftover.objects.get_or_create(store=store, name=name)


def delete_leftovers() -> int:
    """Delete what waits; return how many files still do."""
    stores = {"public": public_storage(), "private": private_storage()}
    for leftover in Leftover.objects.order_by("pk"):
        try:
            stores[leftover.store].delete_now(leftover.name)
        except OSError:
            continue
        leftover.delete()
    return Leftover.objects.count()
