"""Links from rich text to pages, resolved from what the frame has read already."""

from contextvars import ContextVar
from html import escape
from typing import Any

from wagtail.rich_text.pages import PageLinkHandler

from portal.i18n import PageRow

links_in_texts: ContextVar[dict[int, PageRow]] = ContextVar("links_in_texts")


class KnownPageLinkHandler(PageLinkHandler):
    """Writes the address in the visitor's language, with no query for a page that is known."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return an opening tag for each link; Wagtail's way for those that nobody announced."""
        known = links_in_texts.get({})
        if any(int(attrs["id"]) not in known for attrs in attrs_list):
            return super().expand_db_attributes_many(attrs_list)
        return [f'<a href="{escape(known[int(attrs["id"])].url)}">' for attrs in attrs_list]
