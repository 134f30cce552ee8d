"""The admin's first page: what waits for a person, and where they work.

Reports tell how many of their rows wait. A room may have a module `first_page` with `places(user)`
and `waiting(user)`, which return pairs of a text and its address.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail.admin.ui.components import Component

from portal.report import may_read, reports
from portal.rooms import modules


class WaitingPanel(Component):
    """A box that says it, for everybody who gets into the admin."""

    order = 50

    def render_html(self, parent_context: Any = None) -> SafeString:
        """Return the box; where nothing waits, it says so."""
        request = parent_context["request"]
        rooms = modules("first_page")
        lines = [*counted(request)]
        for room in rooms:
            lines += getattr(room, "waiting", _nothing)(request.user)
        places = [place for room in reversed(rooms) for place in room.places(request.user)]
        nothing = gettext("Nothing is waiting for you now. When something is, it will appear here.")
        return format_html(
            '<section class="desk-waiting"><h2>{}</h2>{}<h2>{}</h2>{}</section>',
            gettext("What is waiting for you"),
            links(lines) if lines else format_html("<p>{}</p>", nothing),
            gettext("Where you work"),
            links(places),
        )


def counted(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Yield a line for each report in which something waits for the person."""
    for report in reports():
        if may_read(report, request) and (count := report.failures_for(request.user)):
            text = report.waiting % {"count": count} if report.waiting else report.page_title
            yield str(text), reverse(report.name)


def links(pairs: Iterable[tuple[str, str]]) -> SafeString:
    """Return a list of links."""
    turned = ((url, text) for text, url in pairs)
    return format_html("<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}</a></li>', turned))


def _nothing(user: Any) -> list[tuple[str, str]]:
    return []
