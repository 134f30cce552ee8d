"""Choosing one of our pages without a query for it."""

from collections.abc import Iterable
from typing import Any

from wagtail.blocks import PageChooserBlock
from wagtail.models import Page


class PageLinkBlock(PageChooserBlock):
    """A chosen page of which only the id is known; the frame reads the rest for all at once."""

    def to_python(self, value: int | None) -> Page | None:
        """Return a page that carries nothing but its id."""
        return Page(pk=value) if value else None

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Page | None]:
        """Return a bare page for each id."""
        return [self.to_python(value) for value in values]

    def get_form_state(self, value: Any) -> Any:
        """Read the page itself for the editor's form, which shows its title."""
        found = Page.objects.filter(pk=value.pk).first() if value else None
        return super().get_form_state(found)
