"""Panels of the editor's forms that ask less of the database than Wagtail's own."""

from typing import Any

from django.forms import BoundField
from wagtail.admin import panels
from wagtail.admin.widgets import BaseChooser


class InlinePanel(panels.InlinePanel):
    """Rows whose chosen things are read once for all of them, and not by each row's chooser."""

    class BoundPanel(panels.InlinePanel.BoundPanel):
        """The rows of one form."""

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is None or self.formset.is_bound or not self.formset.forms:
                return
            for name, field in self.formset.forms[0].fields.items():
                if isinstance(field.widget, BaseChooser):
                    read_at_once([form[name] for form in self.formset.forms])


def read_at_once(rows: list[BoundField]) -> None:
    """Hand what is chosen in each row to its chooser, which would else look it up."""
    model = rows[0].field.widget.model_class
    found = model._default_manager.in_bulk([row.value() for row in rows if row.value()])
    for row in rows:
        # A chooser takes the thing itself as well as its id.
        ask = row.field.widget.get_value_data
        row.field.widget.get_value_data = lambda value, ask=ask: ask(found.get(value, value))
