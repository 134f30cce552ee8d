"""The pages and documents that a content names, read at once for its form and its texts.

Wagtail reads each chosen page with three queries, and each page in a text with three more.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from itertools import chain

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Left, Length
from wagtail.models import Page
from wagtail.rich_text import extract_references_from_rich_text

from portal.inputs import row_number
from portal.media.models import Document

named_in_text: ContextVar["Chosen | None"] = ContextVar("named_in_text")


class Chosen:
    """Pages and documents by their ids; each kind is read in one query when first asked for."""

    def __init__(self, *, pages: Iterable[int] = (), texts: Iterable[str] = ()) -> None:
        self._pages, self._texts = [*pages], [*texts]

    @cached_property
    def pages(self) -> dict[int, Page]:
        """Each page, with the id of the page above it as `parent_id`."""
        above = Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen)
        parents = Page.objects.filter(path=above).values("pk")
        ids = {*self._pages, *self._named(Page)}
        return Page.objects.annotate(parent_id=Subquery(parents)).in_bulk(ids)

    @cached_property
    def documents(self) -> dict[int, Document]:
        """Each document that the texts name."""
        return Document.objects.in_bulk(self._named(Document))

    def _named(self, model: type[Page] | type[Document]) -> set[int]:
        references = chain.from_iterable(map(extract_references_from_rich_text, self._texts))
        return {row_number(pk) for named, pk, *_rest in references if issubclass(named, model)}


@contextmanager
def named(chosen: Chosen | None) -> Iterator[None]:
    """Let the texts within take what they name from `chosen`, or each from its own reading."""
    token = named_in_text.set(chosen)
    try:
        yield
    finally:
        named_in_text.reset(token)


def known() -> Chosen:
    """Return from what the texts that are read now take what they name."""
    return named_in_text.get(None) or Chosen()
