"""The report on background work in the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.tasks.reports import MAY_READ, TasksView, again


class TasksMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to those who may read it."""
        return request.user.has_perm(MAY_READ)


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    """Show administrators what waits and what failed."""
    return TasksMenuItem(
        _("Background work"), reverse("tasks"), name="tasks", icon_name="tasks", order=1400
    )


@hooks.register("register_admin_urls")
def register_report() -> list[URLPattern]:
    """Give the report, its results, which filters reload, and its button their addresses."""
    return [
        path("reports/tasks/", TasksView.as_view(), name="tasks"),
        path("reports/tasks/results/", TasksView.as_view(results_only=True), name="tasks_results"),
        path("reports/tasks/<uuid:pk>/again/", again, name="task_again"),
    ]
