"""A Wagtail page that does nothing of its own."""

from wagtail.models import Page


class BarePage(Page):
    """Shows its title."""

    template = "baseline/bare_page.html"
