"""Links from rich text: to pages the frame has read already, to documents all at once."""

from contextvars import ContextVar
from html import escape
from typing import Any

from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from portal.chosen import named_in_text
from portal.i18n import PageRow, targets_of
from portal.inputs import row_number
from portal.media.models import Document

links_in_texts: ContextVar[dict[int, PageRow] | None] = ContextVar("links_in_texts")


class KnownPageLinkHandler(PageLinkHandler):
    """Writes the address in the visitor's language, with no query for a page that is known."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return an opening tag for each link, without an address where not all may read the page.

        Outside a page, where nothing was announced, one query finds the pages of a text.
        """
        ids = [row_number(attrs.get("id")) for attrs in attrs_list]
        known = links_in_texts.get(None)
        if known is None:
            known = targets_of(ids)
        return [_opening(known.get(page_id)) for page_id in ids]


class KnownDocumentLinkHandler(DocumentLinkHandler):
    """Takes the documents from what the texts of one stream name, read with one query."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[Document | None]:
        """Return the document of each link."""
        chosen = named_in_text.get(None)
        if chosen is None:
            return super().get_many(attrs_list)
        return [chosen.documents.get(row_number(attrs.get("id"))) for attrs in attrs_list]


def _opening(page: PageRow | None) -> str:
    return f'<a href="{escape(page.url)}">' if page else "<a>"
