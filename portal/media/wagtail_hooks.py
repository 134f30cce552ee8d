"""What the media app adds to the admin: the report of documents with problems."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from portal.media.models import Document
from portal.media.reports import DocumentProblemsView


class DocumentProblemsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Document)
        return policy.user_has_permission(request.user, "change")


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


@hooks.register("register_admin_urls")
def register_report() -> list[URLPattern]:
    """Give the report and its results, which filters reload, their addresses."""
    view = DocumentProblemsView
    return [
        path("reports/documents/", view.as_view(), name="document_problems"),
        path(
            "reports/documents/results/",
            view.as_view(results_only=True),
            name="document_problems_results",
        ),
    ]
