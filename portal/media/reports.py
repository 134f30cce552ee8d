"""The reports on files: those that cannot be used, and those that wait for a moderator."""

from typing import Any

from django.db.models import QuerySet
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy

from portal.media.actions import waiting_file
from portal.media.models import Document, Image
from portal.media.states import Processing
from portal.report import Report


class DocumentProblemsView(Report):
    model = Document
    page_title = _("Documents with problems")
    header_icon = "warning"
    name = "document_problems"
    waiting = ngettext_lazy(
        "%(count)s document has a problem", "%(count)s documents have a problem", "count"
    )
    empty = _("No document that you may change has a problem.")
    any_permission_required = ["change"]
    list_export = ["title", "get_processing_display", "advice"]
    export_headings = {"get_processing_display": _("Status"), "advice": _("What to do")}
    columns = [
        TitleColumn(
            "title",
            label=_("Document"),
            width="25%",
            get_url=lambda document: reverse("wagtaildocs:edit", args=[document.pk]),
        ),
        Column("get_processing_display", label=_("Status")),
        Column("advice", label=_("What to do")),
    ]

    def get_queryset(self) -> QuerySet[Document]:
        return with_problems(self.permission_policy, self.request.user)

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many of those that somebody may change have one."""
        return with_problems(cls().permission_policy, user).count()


def with_problems(policy: Any, user: Any) -> QuerySet[Document]:
    """Return the documents that somebody may change and nobody can use."""
    documents = policy.instances_user_has_permission_for(user, "change")
    return documents.exclude(processing=Processing.READY).order_by("processing", "title")


class DecisionColumn(BaseColumn):
    """Buttons to accept and to refuse the file that the row shows."""

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        kind = instance._meta.model_name
        return format_html(
            '<td><form method="post" action="{}" class="desk-buttons">'
            '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
            '<input type="hidden" name="seen" value="{}">'
            '<button class="button button-small" name="accept" aria-label="{}">{}</button>'
            '<button class="button button-small no" name="refuse" aria-label="{}">{}</button>'
            "</form></td>",
            reverse("review_file", args=[kind, instance.pk]),
            get_token(parent_context["request"]),
            waiting_file(instance).name,
            gettext("Accept “%(title)s”") % {"title": instance.title},
            gettext("Accept"),
            gettext("Refuse “%(title)s”") % {"title": instance.title},
            gettext("Refuse"),
        )


class LookColumn(BaseColumn):
    """A link to the file that waits."""

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        return format_html(
            '<td><a href="{}">{}</a></td>',
            reverse("original_file", args=[instance._meta.model_name, instance.pk]),
            waiting_file(instance).name.rpartition("/")[2],
        )


class ToReviewView(Report):
    """Files that visitors get when a moderator accepts them."""

    header_icon = "tasks"
    empty = _("No file waits for you.")
    any_permission_required = ["publish"]
    edit_url_name: str

    @cached_property
    def permission_policy(self) -> Any:
        """Publishing is a right on all files of a kind, not on a collection."""
        return ModelPermissionPolicy(self.model)

    def get_queryset(self) -> QuerySet[Any]:
        return self.model.objects.to_review().order_by("-created_at")

    @classmethod
    def failures(cls) -> int:
        """Return how many wait."""
        return cls.model.objects.to_review().count()

    @cached_property
    def columns(self) -> list[BaseColumn]:
        return [
            TitleColumn(
                "title",
                label=_("Title"),
                width="25%",
                get_url=lambda file: reverse(self.edit_url_name, args=[file.pk]),
            ),
            LookColumn("file", label=_("File that waits")),
            Column("uploaded_by_user", label=_("Uploaded by")),
            Column("advice", label=_("Status")),
            DecisionColumn("decision", label=_("Decision")),
        ]


class DocumentsToReviewView(ToReviewView):
    model = Document
    page_title = _("Documents that wait for you")
    name = "documents_to_review"
    waiting = ngettext_lazy(
        "%(count)s document waits for you", "%(count)s documents wait for you", "count"
    )
    edit_url_name = "wagtaildocs:edit"


class ImagesToReviewView(ToReviewView):
    model = Image
    page_title = _("Pictures that wait for you")
    name = "images_to_review"
    waiting = ngettext_lazy(
        "%(count)s picture waits for you", "%(count)s pictures wait for you", "count"
    )
    edit_url_name = "wagtailimages:edit"


REPORTS = [DocumentsToReviewView, ImagesToReviewView, DocumentProblemsView]
