"""What every page that practitioners act on has in common."""

import datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from portal.pages import PublicPage


def authors_field() -> models.TextField:
    """Return the field for authors, who are called the same in every language."""
    return models.TextField(
        _("authors"),
        blank=True,
        help_text=_(
            "One a line, family name first: Hoxha, Ana. An organisation as it calls itself."
        ),
    )


class KnowledgePage(PublicPage):
    """A page with a notice, a day by which somebody must look at it again, and feedback."""

    notice = models.TextField(
        _("notice above the text"),
        blank=True,
        help_text=_("What readers must know first, for example that a text will be replaced."),
    )
    review_by = models.DateField(
        _("to be checked again by"),
        null=True,
        blank=True,
        help_text=_("After this day readers are told that the page may be out of date."),
    )

    settings_panels = [
        FieldPanel("notice"),
        FieldPanel("reviewed_on"),
        FieldPanel("review_by"),
        FieldPanel("internal_note"),
    ]
    override_translatable_fields = [
        *PublicPage.override_translatable_fields,
        SynchronizedField("review_by", overridable=False),
    ]

    class Meta:
        abstract = True

    @property
    def is_out_of_date(self) -> bool:
        """Whether the day has passed by which somebody should have checked the page."""
        return bool(self.review_by and self.review_by < timezone.localdate())

    @property
    def published_on(self) -> datetime.date | None:
        """The day of the first publication."""
        return self.first_published_at and timezone.localdate(self.first_published_at)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Say that readers may tell us whether the page was useful."""
        context = super().get_context(request, *args, **kwargs)
        context["asks_feedback"] = True
        return context
