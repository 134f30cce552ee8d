"""Abstract bases of every public page; concrete ones live in the rooms above."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from portal.blocks.media import figure_images
from portal.errors import error
from portal.frame import frame_of
from portal.i18n import is_placeholder, page_rows
from portal.inputs import row_number
from portal.media.models import Image
from portal.media.pictures import prefetch_pictures
from portal.previews import leave_out_half_filled
from portal.readable import restrictions_on
from portal.synchronised import synchronised


class PublicPage(Page):
    """A page that visitors read, with its frame and one fallback where it is not translated."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=400,
        help_text=_("Two sentences for lists, search results and shared links."),
    )
    reviewed_on = models.DateField(
        _("last checked"),
        null=True,
        blank=True,
        help_text=_("The day somebody last made sure that everything here is right."),
    )
    review_by = models.DateField(
        _("to be checked again by"),
        null=True,
        blank=True,
        help_text=_(
            "The report “Pages to check again” names the page from a month before. After this day "
            "readers of the knowledge base are told that it may be out of date."
        ),
    )
    internal_note = models.TextField(
        _("internal note"),
        blank=True,
        help_text=_("For colleagues; never shown to the public."),
    )

    # Pages about help must not stand out in a browser's history.
    has_neutral_title = False
    # The dyes of the picture that shared links show where it has none of its own.
    share_look = "madder"

    allowed_http_methods = ["GET", "HEAD", "OPTIONS"]
    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
            ],
            heading=_("Address and search engines"),
        ),
        FieldPanel("show_in_menus"),
    ]
    settings_panels = [
        *Page.settings_panels,
        FieldPanel("reviewed_on"),
        FieldPanel("review_by"),
        FieldPanel("internal_note"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary")]
    override_translatable_fields = synchronised("review_by", "internal_note", "show_in_menus")

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with this page or, where it is not translated, with the original's content."""
        frame_of(request, self)
        if not is_placeholder(self):
            return super().serve(request, *args, **kwargs)
        request.is_preview = False  # type: ignore[attr-defined]
        original = self.get_original()
        context = original.get_context(request, *args, **kwargs)
        context["content_language"] = original.locale.language_code
        return TemplateResponse(request, original.get_template(request), context)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show a draft, however little of it is filled in."""
        leave_out_half_filled(self)
        return super().serve_preview(request, mode_name)

    def check_request_method(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse | None:
        """Answer a method that this page does not take with a page that says so."""
        refusal = super().check_request_method(request, *args, **kwargs)
        if not refusal:
            return None
        response = error(request, refusal.status_code)
        response["Allow"] = refusal["Allow"]
        return response

    def get_original(self) -> "PublicPage":
        """Return the page whose content this one shows, or raise `Http404`.

        Whether the visitor may read it was asked before (see `get_view_restrictions`).
        """
        above = self.alias_of.alias_of_id if self.alias_of else None
        same = Q(translation_key=self.translation_key) | Q(pk__in=[self.alias_of_id, above])
        rows = [row for row in page_rows(same, live=True) if not is_placeholder(row)]
        languages = [code for code, _name in settings.LANGUAGES]
        rows.sort(
            key=lambda row: (
                row.translation_key != self.translation_key,
                languages.index(row.language),
            )
        )
        if not rows:
            raise Http404
        return Page.objects.get(pk=rows[0].id).specific

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Return what a visitor must pass to read the page: in every language the same."""
        return restrictions_on(self)

    def serve_password_required_response(
        self, request: HttpRequest, form: Any, action_url: str
    ) -> TemplateResponse:
        """Ask for the password without a word on the page."""
        context = {"form": form, "action_url": action_url}
        return TemplateResponse(request, settings.WAGTAIL_PASSWORD_REQUIRED_TEMPLATE, context)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the page, its frame and the language that its content is written in."""
        context = super().get_context(request, *args, **kwargs)
        context["frame"] = frame_of(request, self)
        context["frame"].link(self.linked_page_ids())
        context["content_language"] = get_language()
        prefetch_pictures(self.shown_images())
        return context

    def shown_images(self) -> list[Image | None]:
        """Return the images whose renditions the page will ask for; None stands for no image."""
        return [*figure_images(getattr(self, "body", None))]

    def linked_page_ids(self) -> set[int]:
        """Return the ids of the pages that this page's texts and choosers name."""
        references = (
            reference
            for field in self._meta.get_fields()
            if isinstance(field, StreamField | RichTextField)
            for reference in field.extract_references(field.value_from_object(self))
        )
        return {row_number(pk) for model, pk, *_ in references if issubclass(model, Page)}

    def pictures(self) -> dict[int, list[str]]:
        """Return the ids of the images that this page shows, with how it cuts them."""
        return {image.pk: ["wide"] for image in figure_images(getattr(self, "body", None))}
