"""The state of a translation as lists and editors show it."""

from typing import Any

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column

from portal.translating.models import State, TranslationState


class StateColumn(Column):
    """The state as a tag."""

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """Return the cell of a row; empty for what nobody translates yet."""
        state = self.get_value(instance)
        waits = getattr(instance, "is_handed_over", False) and state != State.REVIEW
        return format_html(
            "<td>{} {}</td>", state_tag(state), state_tag(State.REVIEW if waits else None)
        )


def with_state(rows: QuerySet) -> QuerySet:
    """Let each page or term know how far its translation is, in the same query."""
    return rows.annotate(translation_state=TranslationState.objects.of_outer())


def state_tag(state: int | None) -> SafeString:
    """Return a state in words with its colour, nothing for none."""
    if state is None:
        return SafeString()
    return format_html(
        '<span class="w-status state-tag state-tag--{}">'
        '<span class="w-sr-only">{}</span> {}</span>',
        State(state).name.lower(),
        _("Translation:"),
        State(state).label,
    )
