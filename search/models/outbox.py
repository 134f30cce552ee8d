"""What a search server has not been told yet."""

from django.db import models


class Change(models.Model):
    """An entry that was written or removed; the row goes once the server knows."""

    entry_id = models.BigIntegerField()

    def __str__(self) -> str:
        return str(self.entry_id)
