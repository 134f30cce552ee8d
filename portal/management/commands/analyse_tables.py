"""`manage.py analyse_tables`: has PostgreSQL plan by how large its tables are."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import DEFAULT_DB_ALIAS

from portal.planner import analyse


class Command(BaseCommand):
    help = "Have PostgreSQL plan by how large its tables are; it leaves out small and empty ones."

    def handle(self, **options: Any) -> None:
        """Look at all tables."""
        analyse(DEFAULT_DB_ALIAS)
