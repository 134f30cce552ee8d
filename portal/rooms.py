"""What each room brings of its own, in a module that has the same name in every room."""

from importlib import import_module
from types import ModuleType

from django.apps import apps
from django.conf import settings
from django.utils.module_loading import module_has_submodule


def modules(name: str) -> list[ModuleType]:
    """Return the module called `name` of each of our apps that has one, in their order."""
    return [
        import_module(f"{config.name}.{name}")
        for config in apps.get_app_configs()
        if config.name.partition(".")[0] in settings.ROOMS
        and module_has_submodule(config.module, name)
    ]
