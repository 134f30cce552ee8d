"""A cover picture, on a page, on its card and in shared links."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class Covered(models.Model):
    """Adds a cover to a page; comes before the page's base, whose `pictures` it extends."""

    cover = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cover picture"),
        help_text=_("Never a person who could be taken for a survivor."),
    )
    cover_alt = models.CharField(
        _("alternative text of the cover"),
        max_length=200,
        blank=True,
        help_text=_("Leave empty if the picture only decorates."),
    )

    parts = [("cover", "cover_alt")]
    decorating = ("cover",)  # may have no words
    cover_panel = MultiFieldPanel(
        [FieldPanel("cover"), FieldPanel("cover_alt")], heading=_("Cover")
    )

    class Meta:
        abstract = True

    @property
    def shown_cover(self) -> Any:
        """The cover, unless it is withheld."""
        return self.cover if self.cover and not self.cover.is_withheld else None

    def pictures(self) -> dict[int, list[str]]:
        """Add the cover."""
        cover = {self.cover_id: ["card", "share"]} if self.cover_id else {}
        return {**super().pictures(), **cover}  # type: ignore[misc]
