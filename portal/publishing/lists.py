"""Lists of the admin that ask the database no more for many rows than for few.

Wagtail asks some questions once for each row. What is answered here is the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from functools import wraps
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext
from wagtail.admin.views.chooser import PageChooserTable
from wagtail.admin.views.reports.locked_pages import LockedPagesView
from wagtail.admin.views.reports.workflows import WorkflowView
from wagtail.models import (
    Page,
    PagePermissionTester,
    Task,
    TaskState,
    WorkflowState,
    WorkflowTask,
)
from wagtail.query import PageQuerySet


def ask_once() -> None:
    """Have Wagtail's lists of pages ask so, once, when Django starts."""
    PageQuerySet.prefetch_workflow_states = prefetch_workflow_states
    PagePermissionTester.can_delete = by_the_row(PagePermissionTester.can_delete)
    LockedPagesView.get_queryset = with_all(LockedPagesView.get_queryset)
    PageChooserTable.__init__ = with_parents(PageChooserTable.__init__)
    WorkflowView.decorate_paginated_queryset = with_tasks(WorkflowView.decorate_paginated_queryset)


def prefetch_workflow_states(self: Any) -> Any:
    """Read the workflows of all rows, with each task as what it is and not only as a task."""
    task = Prefetch("current_task_state__task", queryset=Task.objects.specific())
    states = WorkflowState.objects.active().select_related("current_task_state")
    relation = "_specific_workflow_states" if self.is_specific else "_workflow_states"
    found = Prefetch(relation, states.prefetch_related(task), to_attr="_current_workflow_states")
    return self.prefetch_related(found)


def by_the_row(can_delete: Callable[..., bool]) -> Callable[..., bool]:
    """Wrap the question whether somebody may delete or move a page, which most rows answer.

    Who may not publish deletes nothing that is public, or has something public below it.
    """

    @wraps(can_delete)
    def ask(self: Any, ignore_bulk: bool = False) -> bool:
        user, page = self.user, self.page
        if not user.is_active or user.is_superuser or "publish" in self.permissions:
            return can_delete(self, ignore_bulk)
        if page.live:
            return False
        if self.page_is_root or not page.is_leaf():
            return can_delete(self, ignore_bulk)
        is_own = "add" in self.permissions and page.owner_id == user.pk
        return "change" in self.permissions or is_own

    return ask


def with_all(get_queryset: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap the rows of the report of locked pages: read them with all that they say."""

    @wraps(get_queryset)
    def read(self: Any) -> Any:
        rows = get_queryset(self).prefetch_related("locale", "locked_by").prefetch_workflow_states()
        return rows.annotate_approved_schedule().annotate_site_root_state()

    return read


def with_parents(init: Callable[..., None]) -> Callable[..., None]:
    """Wrap the table of pages to choose from: let each know the page above."""

    @wraps(init)
    def know(self: Any, columns: Any, data: Iterable[Page], *args: Any, **kwargs: Any) -> None:
        rows = list(data)
        for row, parent in parents_of(rows, Page.objects.all()):
            row._cached_parent_obj = parent
        init(self, columns, rows, *args, **kwargs)

    return know


def parents_of(rows: list[Page], among: PageQuerySet) -> Iterator[tuple[Page, Page | None]]:
    """Yield each page with the one above it, if that is among the pages; with one query."""
    above = [row.path[: -Page.steplen] for row in rows]
    parents = {page.path: page for page in among.filter(path__in=set(above))}
    for row, path in zip(rows, above, strict=True):
        yield row, parents.get(path)


def with_tasks(decorate: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    """Wrap the rows of the report of workflows: let them know their tasks."""

    @wraps(decorate)
    def tell(self: Any, rows: Iterable[Any]) -> list[Any]:
        shown = decorate(self, rows)
        tell_tasks(shown)
        return shown

    return tell


def tell_tasks(states: Iterable[WorkflowState]) -> None:
    """Let each workflow know how far its tasks are, as `all_tasks_with_status` returns them."""
    rows = list(states)
    tasks = defaultdict(list)
    steps = WorkflowTask.objects.filter(workflow__in={row.workflow_id for row in rows})
    for step in steps.select_related("task").order_by("sort_order", "pk"):
        tasks[step.workflow_id].append(step.task)
    begun = TaskState.objects.filter(workflow_state__in=rows).order_by("started_at", "pk")
    last = {(each.workflow_state_id, each.task_id): each.status for each in begun}
    for row in rows:
        told = [_with_status(task, last.get((row.pk, task.pk))) for task in tasks[row.workflow_id]]
        row.all_tasks_with_status = told.copy


def _with_status(task: Task, status: str | None) -> Task:
    told = copy(task)
    names = dict(TaskState.STATUS_CHOICES)
    told.status, told.status_display = status, names.get(status, gettext("Not started"))
    return told
