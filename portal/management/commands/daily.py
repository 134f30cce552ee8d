"""`manage.py daily`: what is done each night, named by the `daily` module of each app."""

from importlib import import_module
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils.module_loading import module_has_submodule

from portal.steps import Steps


class Command(BaseCommand):
    help = "Do the nightly work of every room; ends with an error that names what failed."

    def handle(self, **options: Any) -> None:
        steps = Steps(self.stderr)
        for name in nightly_commands():
            self.stdout.write(f"{name}:")
            steps.do(name, call_command, name, stdout=self.stdout)
        steps.finish()


def nightly_commands() -> list[str]:
    """Return the names in `COMMANDS` of every app's `daily` module."""
    return [
        command
        for config in apps.get_app_configs()
        if module_has_submodule(config.module, "daily")
        for command in import_module(f"{config.name}.daily").COMMANDS
    ]
