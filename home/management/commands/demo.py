"""Fill an empty portal with demonstration content and accounts; a second run changes nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override
from wagtail.models import Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.demo import emails, make_accounts, make_best_bets
from home.structure import ensure_structure
from portal.demo.build import Demo
from portal.demo.content import ContentError
from portal.rooms import modules


class Command(BaseCommand):
    help = "Fills the portal with demonstration content and accounts."

    def handle(self, **options: Any) -> None:
        """Build the content of every room that has some, then print the accounts."""
        if not settings.DEMO_PASSWORD:
            raise CommandError("DEMO_PASSWORD is missing: the accounts need a password.")
        with override(settings.LANGUAGE_CODE), references_in_the_end():
            try:
                demo = Demo(ensure_structure())
                build(demo, demo_modules())
                make_best_bets(demo)
            except ContentError as error:
                raise CommandError(str(error)) from error
            make_accounts()
            for room in demo_modules():
                if make_people := getattr(room, "make_people", None):
                    make_people()
        self.stdout.write(f"Demonstration accounts, all with password {settings.DEMO_PASSWORD}:")
        for email in emails():
            self.stdout.write(f"  {email}")


@contextmanager
def references_in_the_end() -> Iterator[None]:
    """Have Wagtail look once for who names whom, instead of whenever a page is saved."""
    before = Revision.objects.count()
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        if Revision.objects.count() > before:
            call_command("rebuild_references_index", verbosity=0)


def build(demo: Demo, rooms: list[ModuleType]) -> None:
    """Make the pages of all rooms, then write them, for they link to each other."""
    for room in rooms:
        room.outline(demo)
    for room in rooms:
        room.CONTENT.check_pages(demo.pages)
    for room in rooms:
        room.write(demo)


def demo_modules() -> list[ModuleType]:
    """Return the `demo` module of every room that has one; the ground floor's holds the tools."""
    return [room for room in modules("demo") if room.__name__ != "portal.demo"]
