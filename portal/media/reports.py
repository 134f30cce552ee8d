"""The reports on files: consents, those that cannot be used, those that wait for a moderator."""

from collections.abc import Iterator
from datetime import timedelta
from operator import itemgetter
from typing import Any

from django.db.models import Q, QuerySet
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import policy_registry

from portal.languages import language_name
from portal.media.actions import waiting_file
from portal.media.alternatives import Gap, gaps, known_gaps
from portal.media.models import Document, Image
from portal.media.states import Processing, Urgency
from portal.media.usage import with_usage
from portal.report import DayColumn, Report, RowPaginator


def changeable(found: list[Gap], user: Any) -> Iterator[tuple[str, Gap]]:
    """Yield what stands in pages and snippets that somebody may change, with where they do it."""
    finder = AdminURLFinder(user)
    for gap in found:
        if edit_url := finder.get_edit_url(gap.thing):
            yield edit_url, gap


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


class AlternativesView(Report):
    """Pictures in public that say nothing to those who do not see them."""

    model = Page
    page_title = _("Pictures without alternative text")
    header_icon = "image"
    name = "alternatives"
    waiting = ngettext_lazy(
        "%(count)s picture has no alternative text",
        "%(count)s pictures have no alternative text",
        "count",
    )
    empty = _("Every picture that you may change the page of says what it shows.")
    any_permission_required = ["change"]
    paginator_class = RowPaginator
    list_export = ["thing", "language", "picture", "problem", "said", "since"]
    export_headings = {
        "thing": _("Page"),
        "language": _("Language"),
        "picture": _("Picture"),
        "problem": _("What is wrong"),
        "said": _("Alternative text"),
        "since": _("Last published"),
    }
    columns = [
        TitleColumn("thing", label=_("Page"), width="25%", get_url=itemgetter("edit_url")),
        Column("language", label=_("Language")),
        Column("picture", label=_("Picture")),
        Column("problem", label=_("What is wrong")),
        Column("said", label=_("Alternative text")),
        DayColumn("since", label=_("Last published")),
    ]

    @cached_property
    def permission_policy(self) -> Any:
        """Those who change some pages read of these."""
        return policy_registry.get_by_type(Page)

    def get_queryset(self) -> list[dict[str, Any]]:
        """Return a row for each picture in a page or snippet that one may change."""
        return [
            {
                "thing": str(gap.thing),
                "edit_url": edit_url,
                "language": language_name(gap.thing.locale.language_code),
                "picture": gap.image.title,
                "problem": gap.problem,
                "said": gap.said,
                "since": gap.since,
            }
            for edit_url, gap in changeable(gaps(), self.request.user)
        ]

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many somebody may mend."""
        return len([*changeable(known_gaps(), user)])


class UsedOnColumn(BaseColumn):
    """How many pages and snippets name a file, with the way to the list of them."""

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        said = ngettext("%(count)d place", "%(count)d places", instance.usage_count)
        return format_html(
            '<td><a href="{}">{}</a></td>',
            instance.usage_url,
            said % {"count": instance.usage_count},
        )


class ToReviewView(Report):
    """Files that visitors get when a moderator accepts them."""

    header_icon = "tasks"
    empty = _("No file is waiting for you.")
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
            LookColumn("file", label=_("File that is waiting")),
            Column("uploaded_by_user", label=_("Uploaded by")),
            Column("advice", label=_("Status")),
            DecisionColumn("decision", label=_("Decision")),
        ]


class DocumentsToReviewView(ToReviewView):
    model = Document
    page_title = _("Documents waiting for you")
    name = "documents_to_review"
    waiting = ngettext_lazy(
        "%(count)s document is waiting for you", "%(count)s documents are waiting for you", "count"
    )
    edit_url_name = "wagtaildocs:edit"


class ImagesToReviewView(ToReviewView):
    model = Image
    page_title = _("Pictures waiting for you")
    name = "images_to_review"
    waiting = ngettext_lazy(
        "%(count)s picture is waiting for you", "%(count)s pictures are waiting for you", "count"
    )
    edit_url_name = "wagtailimages:edit"


class ConsentsView(Report):
    """Pictures of which something is to be asked about the people in them."""

    model = Image
    page_title = _("Consents of people in pictures")
    header_icon = "user"
    name = "consents"
    waiting = ngettext_lazy(
        "%(count)s picture needs a consent", "%(count)s pictures need a consent", "count"
    )
    empty = _(
        "For every picture that you may change, it is known whether the people in it agreed to "
        "be shown."
    )
    any_permission_required = ["change"]
    list_export = ["title", "state", "consent_until", "usage_count", "advice_on_consent"]
    export_headings = {
        "title": _("Title"),
        "state": _("Status"),
        "consent_until": _("Until when"),
        "usage_count": _("Used in"),
        "advice_on_consent": _("What to do"),
    }
    columns = [
        TitleColumn(
            "title",
            label=_("Picture"),
            width="25%",
            get_url=lambda image: reverse("wagtailimages:edit", args=[image.pk]),
        ),
        Column("state", label=_("Status")),
        DayColumn("consent_until", label=_("Until when")),
        UsedOnColumn("usage_count", label=_("Used in")),
        Column("advice_on_consent", label=_("What to do")),
    ]

    def get_queryset(self) -> QuerySet[Image]:
        """Return them, the most urgent first; the covers of documents are made from these."""
        images = with_usage(self.asked(self.request.user))
        return images.order_by("urgency", "consent_until", "title", "pk")

    @classmethod
    def asked(cls, user: Any) -> QuerySet[Image]:
        """Return the pictures that somebody may change and that something is to be asked of."""
        policy = policy_registry.get_by_type(Image)
        images = policy.instances_user_has_permission_for(user, "change").with_urgency()
        covers = Document.objects.exclude(cover=None).values("cover")
        return images.exclude(urgency=None).exclude(urgency=Urgency.UNKNOWN, pk__in=covers)

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many are over, or are so within a month, or never were given."""
        soon = timezone.localdate() + timedelta(days=30)
        urgent = Q(urgency__in=[Urgency.ENDED, Urgency.MISSING])
        ending = Q(urgency=Urgency.ENDING, consent_until__lte=soon)
        return cls.asked(user).filter(urgent | ending).count()


REPORTS = [
    ConsentsView,
    AlternativesView,
    DocumentsToReviewView,
    ImagesToReviewView,
    DocumentProblemsView,
]
