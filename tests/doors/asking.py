"""A request, and what those that make requests know."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.apps import apps


class Try(NamedTuple):
    """One request; values of `data` that can be called are made anew each time."""

    door: str
    path: str
    data: Any = {}
    method: str = "post"
    content_type: str | None = None


class Asking:
    """Makes requests; `form` returns the data of the form at a path."""

    def __init__(self, world: Any, form: Callable[[str], dict[str, Any]]) -> None:
        """`world` is what `tests.doors.world` made."""
        self.world = world
        self.form = form

    def chosen(self, app_label: str, model_name: str, action: str) -> list[Any]:
        world = self.world
        if model_name == "page":
            pages = [world.closed] if action == "move" else [world.project, world.draft]
            return [page.pk for page in pages]
        return [self.instance(app_label, model_name).pk]

    def instance(self, app_label: str, model_name: str) -> Any:
        """Return the world's row of a model, else the first."""
        model = apps.get_model(app_label, model_name)
        of_world = [*self.world.rows, self.world.furniture, self.world.person]
        own = [each for each in of_world if type(each) is model]
        return own[0] if own else model._default_manager.first()

    def rows(self, app_label: str, model_name: str) -> list[Any]:
        """Return that row and its translation, if it has one."""
        row = self.instance(app_label, model_name)
        return [row, *(row.get_translations() if hasattr(row, "translation_key") else [])]
