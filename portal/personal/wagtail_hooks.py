"""What the app adds to the admin: the audit trail under Reports."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.personal import users  # noqa: F401  (its hooks)
from portal.personal.reports import AuditView


class AuditMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        """Show the trail to those who may read it."""
        return request.user.has_perm("personal.view_event")


@hooks.register("register_reports_menu_item")
def register_audit_trail() -> MenuItem:
    """Show administrators who did what."""
    return AuditMenuItem(
        _("Audit trail"),
        reverse("audit_trail"),
        name="audit-trail",
        icon_name="history",
        order=2000,
    )


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give the trail its addresses."""
    return [
        path("reports/audit/", AuditView.as_view(), name="audit_trail"),
        path(
            "reports/audit/results/",
            AuditView.as_view(results_only=True),
            name="audit_trail_results",
        ),
    ]
