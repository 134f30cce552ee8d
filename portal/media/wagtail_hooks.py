"""What the media app adds to the admin: the reports on files, and what follows a move."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, re_path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from portal.media.actions import follow_collections, hold_back
from portal.media.models import Document, Image
from portal.media.querysets import open_collections
from portal.media.reports import DocumentProblemsView, DocumentsToReviewView, ImagesToReviewView
from portal.media.views import may_publish, original, review


class DocumentProblemsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Document)
        return policy.user_has_permission(request.user, "change")


class ToReviewMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        """Show the report to those who may publish such files."""
        return may_publish(request, Image if self.name == "images-to-review" else Document)


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    """Show the report to those who may change documents."""
    return DocumentProblemsMenuItem(
        _("Documents with problems"),
        reverse("document_problems"),
        name="document-problems",
        icon_name="warning",
        order=1300,
    )


@hooks.register("register_reports_menu_item")
def register_documents_to_review() -> MenuItem:
    """Show moderators which documents wait for them."""
    return ToReviewMenuItem(
        _("Documents that wait for you"),
        reverse("documents_to_review"),
        name="documents-to-review",
        icon_name="tasks",
        order=1310,
    )


@hooks.register("register_reports_menu_item")
def register_images_to_review() -> MenuItem:
    """Show moderators which pictures wait for them."""
    return ToReviewMenuItem(
        _("Pictures that wait for you"),
        reverse("images_to_review"),
        name="images-to-review",
        icon_name="tasks",
        order=1320,
    )


@hooks.register("register_admin_urls")
def register_reports() -> list[URLPattern]:
    """Give reports, their results, which filters reload, and what moderators do their addresses."""
    return [
        *_report("documents", "document_problems", DocumentProblemsView),
        *_report("documents-to-review", "documents_to_review", DocumentsToReviewView),
        *_report("images-to-review", "images_to_review", ImagesToReviewView),
        re_path(r"^files/(document|image)/(\d+)/original/$", original, name="original_file"),
        re_path(r"^files/(document|image)/(\d+)/review/$", review, name="review_file"),
    ]


def _report(address: str, name: str, view: Any) -> list[URLPattern]:
    return [
        path(f"reports/{address}/", view.as_view(), name=name),
        path(
            f"reports/{address}/results/",
            view.as_view(results_only=True),
            name=f"{name}_results",
        ),
    ]


@hooks.register("after_bulk_action")
def follow_moved_files(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Follow files that were moved to another collection, which sends no signal."""
    files = [file for file in objects if isinstance(file, Document | Image)]
    if action_type != "add_to_collection" or not files:
        return
    if not may_publish(request, type(files[0])):
        closed = [file.pk for file in files if not file.is_open]  # as they were read before
        opened = type(files[0]).objects.filter(pk__in=closed, collection__in=open_collections())
        hold_back(list(opened))
    follow_collections()
