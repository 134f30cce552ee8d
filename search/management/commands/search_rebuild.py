"""`manage.py search_rebuild`: the search server's index anew, while the old one is searched."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines import EngineError, search_server
from search.index.rebuild import rebuild


class Command(BaseCommand):
    help = "Build the search server's index anew; interrupted, it goes on when run again."

    def handle(self, **options: Any) -> None:
        server = search_server()
        if not server:
            raise CommandError("There is no search server: SEARCH_ENGINE is database.")
        try:
            rebuild(server.indexes, self.tell)
        except EngineError as error:
            raise CommandError(f"The search server failed ({error}); run this again.") from error
        self.stdout.write("The new index is searched now.")

    def tell(self, done: int, total: int) -> None:
        """Say how far it is."""
        self.stdout.write(f"{done} of {total} entries")
