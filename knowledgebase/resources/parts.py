"""What the page of a resource shows from other tables."""

from functools import cached_property
from typing import TYPE_CHECKING

from portal.media.models import Document, Image
from portal.media.pictures import prefetch_pictures
from portal.terms.models import Need, Theme
from portal.terms.rows import TermRow, term_rows

if TYPE_CHECKING:
    from knowledgebase.models.resource import ResourceFile, ResourcePage


class ResourceParts:
    """The files, terms and cover of one resource."""

    def __init__(self, page: "ResourcePage") -> None:
        self.page = page
        self.files: list[ResourceFile] = list(page.files.all())
        ids = {file.document_id for file in self.files}
        documents = Document.objects.select_related("cover").in_bulk(ids)
        for file in self.files:
            file.document = documents[file.document_id]
        if self.cover:
            prefetch_pictures([self.cover])

    @cached_property
    def cover(self) -> Image | None:
        """The first page of the first file that has a picture of it."""
        covers = (file.document.cover for file in self.files if file.document.is_public)
        return next((cover for cover in covers if cover and not cover.is_withheld), None)

    @cached_property
    def terms(self) -> dict[str, list[TermRow]]:
        """The themes and needs that it is filed under."""
        page = self.page
        return term_rows(
            {
                Theme: page.themes.all().values_list("translation_key", flat=True),
                Need: page.needs.all().values_list("translation_key", flat=True),
            }
        )
