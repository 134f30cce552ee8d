"""The editor of texts, which shows all that a text leads to from one query for each kind."""

from typing import Any

from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.documents.rich_text.contentstate import DocumentLinkElementHandler

from portal.chosen import Chosen, known, named, named_in_text
from portal.inputs import row_number


class RichTextArea(DraftailRichTextArea):
    """The editor of texts, which reads all that a text names at once."""

    def format_value(self, value: Any) -> Any:
        """Return the text as the editor's script takes it."""
        if not value or named_in_text.get(None):
            return super().format_value(value)
        with named(Chosen(texts=[value])):
            return super().format_value(value)


class KnownPage(PageLinkElementHandler):
    """Shows a link to a page that was read with the others."""

    def get_attribute_data(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Return what the editor's script keeps of the link."""
        page = known().pages.get(row_number(attrs.get("id")))
        if not page:
            return super().get_attribute_data(attrs)
        return {"id": page.pk, "url": page.url, "parentId": page.parent_id}


class KnownDocument(DocumentLinkElementHandler):
    """Shows a link to a document that was read with the others."""

    def get_attribute_data(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Return what the editor's script keeps of the link."""
        document = known().documents.get(row_number(attrs.get("id")))
        if not document:
            return super().get_attribute_data(attrs)
        return {"id": document.pk, "url": document.url, "filename": document.filename}
