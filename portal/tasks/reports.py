"""The report on background work: what waits, runs and failed, and the button to try again."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from portal.report import ButtonColumn, Report, RowPaginator
from portal.tasks import words
from portal.tasks.queue import BACKEND, try_again

MAY_CHANGE = "django_tasks_database.change_dbtaskresult"
STATES = {
    TaskResultStatus.FAILED: _("failed"),
    TaskResultStatus.RUNNING: _("running"),
    TaskResultStatus.READY: _("waiting"),
}


def ours() -> Any:
    """Return the tasks of our queues."""
    return DBTaskResult.objects.filter(backend_name=BACKEND, queue_name__in=words.QUEUES)


def failed_work(row: DBTaskResult) -> str:
    """Return what failed, in a few words; nothing for what did not."""
    return (
        f"{words.QUEUES[row.queue_name]} {words.subject(row)}" if row.exception_class_path else ""
    )


class TasksFilterSet(WagtailFilterSet):
    """Queue and state."""

    status = django_filters.ChoiceFilter(label=_("State"), choices=list(STATES.items()))
    queue_name = django_filters.ChoiceFilter(label=_("Work"), choices=list(words.QUEUES.items()))

    class Meta:
        model = DBTaskResult
        fields: list[str] = []


class TasksView(Report):
    """Everything that is not done, what failed first."""

    model = DBTaskResult
    page_title = _("Background work")
    header_icon = "tasks"
    name = "tasks"
    waiting = ngettext_lazy(
        "%(count)s background task failed", "%(count)s background tasks failed", "count"
    )
    empty = _("Nothing is waiting and nothing failed.")
    any_permission_required = ["view"]
    filterset_class = TasksFilterSet
    paginator_class = RowPaginator
    is_searchable = False
    list_export: list[str] = []
    columns = [
        Column("work", label=_("Work"), accessor=lambda row: words.QUEUES[row.queue_name]),
        Column("subject", label=_("Number"), accessor=words.subject),
        Column("state", label=_("State"), accessor=words.state),
        Column("tries", label=_("Tries"), accessor=lambda row: len(row.worker_ids)),
        Column("reason", label=_("What went wrong"), accessor=words.reason),
        ButtonColumn("task_again", _("Try again"), permission=MAY_CHANGE, about=failed_work),
    ]

    @classmethod
    def failures(cls) -> int:
        """Return how many were set aside."""
        return ours().failed().count()

    def get_queryset(self) -> QuerySet[DBTaskResult]:
        """Return what is not done, failures first, then by age."""
        order = [When(status=status, then=Value(place)) for place, status in enumerate(STATES)]
        rows = ours().exclude(status=TaskResultStatus.SUCCESSFUL)
        place = Case(*order, output_field=IntegerField())
        return rows.annotate(place=place).order_by("place", "enqueued_at")


REPORTS = [TasksView]


@require_POST
def again(request: HttpRequest, pk: str) -> HttpResponse:
    """Put a task that failed in the queue once more."""
    if not request.user.has_perm(MAY_CHANGE):
        raise PermissionDenied
    if try_again(pk):
        messages.success(request, gettext("It will be tried again at once."))
    else:
        messages.error(request, gettext("It is no longer waiting, so it was not tried again."))
    return redirect("tasks")
