"""What pages of the desk are made of: headings with tables, and pages that only tell."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import BaseColumn

from mentoring.desk.confirming import DeskView


class TellingView(DeskView):
    """A page of the desk that only tells."""

    http_method_names = ["get", "head"]


class Parts(Component):
    """Parts of a page, each below its heading."""

    def __init__(self, *parts: tuple[Any, Component]) -> None:
        self.parts = parts

    def render_html(self, parent_context: Any = None) -> SafeString:
        """Return the parts."""
        rendered = ((title, part.render_html(parent_context)) for title, part in self.parts)
        return format_html_join("", "<section><h2>{}</h2>{}</section>", rendered)


class Text(Component):
    """A paragraph, then a list; either may be empty."""

    def __init__(self, text: Any, lines: Sequence[Any] = ()) -> None:
        self.text, self.lines = text, lines

    def render_html(self, parent_context: Any = None) -> SafeString:
        """Return both."""
        items = format_html_join("", "<li>{}</li>", ((line,) for line in self.lines))
        shown = format_html("<p>{}</p>", self.text) if self.text else SafeString()
        return shown + (format_html("<ul>{}</ul>", items) if self.lines else SafeString())


class Buttons(Component):
    """Links that look like buttons."""

    def __init__(self, links: Iterable[tuple[str, Any]]) -> None:
        self.links = links

    def render_html(self, parent_context: Any = None) -> SafeString:
        """Return them in a row."""
        form = '<a class="button button-secondary" href="{}">{}</a>'
        links = format_html_join(" ", form, self.links)
        return format_html('<div class="desk-buttons">{}</div>', links)


class BarColumn(BaseColumn):
    """How much of a whole there is, as a bar and in figures; it stands in no file."""

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """Return the bar of a row with `part` and `whole`."""
        if not instance.whole:
            return SafeString("<td></td>")
        return format_html(
            '<td><meter min="0" max="{}" value="{}" aria-label="{}"></meter> {}/{}</td>',
            instance.whole,
            instance.part,
            self.label,
            instance.part,
            instance.whole,
        )
