"""What every page that practitioners act on has in common."""

import datetime
from collections.abc import Sequence
from typing import Any, Protocol

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue

from knowledgebase.citation import Citation, stable_url_in
from knowledgebase.citing.work import Kind, Organisation, Work
from knowledgebase.forms import FeedbackForm, NotedPageForm
from knowledgebase.models.citations import Citations
from knowledgebase.models.fields import partial_date
from portal.comments.pages import CommentablePage
from portal.furniture.models import Furniture
from portal.i18n import PageRow


class Surroundings(Protocol):
    """What a citation needs to know of what stands around a page; `portal.frame.Frame` does."""

    language: str

    @property
    def furniture(self) -> Furniture: ...

    @property
    def rows(self) -> Sequence[PageRow]: ...

    @property
    def breadcrumb(self) -> Sequence[Any]: ...

    def absolute(self, url: str) -> str: ...


class KnowledgePage(CommentablePage):
    """A page with a notice, and feedback."""

    notice = models.TextField(
        _("notice above the text"),
        blank=True,
        help_text=_("What readers must know first, for example that a text will be replaced."),
    )

    citations = Citations()

    # The fields whose texts may hold footnotes and references.
    noted_fields: list[str] = []
    base_form_class = NotedPageForm
    settings_panels = [FieldPanel("notice"), *CommentablePage.settings_panels]

    class Meta:
        abstract = True

    @property
    def noted_texts(self) -> list[str | StreamValue]:
        """The texts that may hold footnotes and references, in the order of reading."""
        return [getattr(self, name) for name in self.noted_fields]

    @property
    def is_out_of_date(self) -> bool:
        """Whether the day has passed by which somebody should have checked the page."""
        return bool(self.review_by and self.review_by < timezone.localdate())

    @property
    def published_on(self) -> datetime.date | None:
        """The day of the first publication."""
        return self.first_published_at and timezone.localdate(self.first_published_at)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add how to cite the page, and the form that asks whether it was useful."""
        context = super().get_context(request, *args, **kwargs)
        context["citation"] = Citation(self, context["frame"])
        context["feedback"] = FeedbackForm()
        return context

    def get_work(self, frame: Surroundings) -> Work:
        """Return the page as a work to be cited."""
        organisation = frame.furniture.name
        language = self.language_in(frame)
        values: dict[str, Any] = {
            "kind": Kind.WEB,
            "authors": (Organisation(organisation),),
            "issued": self.published_on and partial_date(self.published_on),
            "title": self.title,
            "identifier": self.slug,
            "publisher": organisation,
            "language": language,
            "url": frame.absolute(stable_url_in(language, self.translation_key)),
            "abstract": self.summary,
        }
        return Work(**{**values, **self.get_work_details(frame)})

    def language_in(self, frame: Surroundings) -> str:
        """Return the language of the text; a page that was never saved is in the visitor's."""
        rows = (row.language for row in frame.rows if row.id == self.pk)
        return next(rows, frame.language)

    def get_work_details(self, frame: Surroundings) -> dict[str, Any]:
        """Return what this kind of page knows better of itself as a work."""
        return {}
