"""Choosing one of our pages without a query for it."""

from collections.abc import Iterable
from typing import Any

from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.blocks import PageChooserBlock
from wagtail.models import Page

from portal.chosen import Chosen


class PageLinkBlock(PageChooserBlock):
    """A chosen page of which only the id is known; the frame reads the rest for all at once."""

    def to_python(self, value: int | None) -> Page | None:
        """Return a page that carries nothing but its id."""
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Page | None]:
        """Return a bare page for each id, which knows the others for the sake of the form."""
        ids = list(values)
        chosen = Chosen(pages=filter(None, ids))
        pages = [Page(pk=pk) if pk else None for pk in ids]
        for page in filter(None, pages):
            page.chosen = chosen
        return pages

    def get_form_state(self, value: Page | None) -> dict[str, Any] | None:
        """Return what the editor's form shows, for all pages of the stream in one query."""
        if not value:
            return None
        chosen = getattr(value, "chosen", None) or Chosen(pages=[value.pk])
        page = chosen.pages.get(value.pk)
        return page and {
            "id": page.pk,
            "parentId": page.parent_id,
            "adminTitle": page.get_admin_display_title(),
            "editUrl": AdminURLFinder().get_edit_url(page),
        }
