"""Fill an empty portal with demonstration content and accounts; a second run changes nothing."""

from importlib import import_module
from types import ModuleType
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import module_has_submodule
from django.utils.translation import override

from home.demo import ACCOUNTS, make_accounts
from home.structure import ensure_structure
from portal.demo.build import Demo


class Command(BaseCommand):
    help = "Fills the portal with demonstration content and accounts."

    def handle(self, **options: Any) -> None:
        """Build the content of every room that has some, then print the accounts."""
        if not settings.DEMO_PASSWORD:
            raise CommandError("DEMO_PASSWORD is missing: the accounts need a password.")
        with override(settings.LANGUAGE_CODE):
            rooms = demo_modules()
            demo = Demo(ensure_structure())
            for room in rooms:
                room.outline(demo)
            for room in rooms:
                room.write(demo)
            make_accounts()
        self.stdout.write(f"Demonstration accounts, all with password {settings.DEMO_PASSWORD}:")
        for email in ACCOUNTS:
            self.stdout.write(f"  {email}")


def demo_modules() -> list[ModuleType]:
    """Return the `demo` module of every room that has one."""
    return [
        import_module(f"{config.name}.demo")
        for config in apps.get_app_configs()
        if config.name != "portal" and module_has_submodule(config.module, "demo")
    ]
