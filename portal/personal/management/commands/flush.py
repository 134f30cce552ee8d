"""`manage.py flush`: Django's, which empties every table, those too that are append-only."""

from typing import Any

from django.core.management.commands import flush
from django.db import connections

from portal.personal.append_only import let_go


class Command(flush.Command):
    def handle(self, **options: Any) -> None:
        with let_go(connections[options["database"]]):
            super().handle(**options)
