"""What waits in workflows, on the admin's first page: the newest, with the way to all of them."""

from typing import Any

from django.db.models import CharField, Prefetch, Q, QuerySet
from django.db.models.functions import Cast
from django.template.loader import get_template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views import home
from wagtail.models import (
    Page,
    Revision,
    Task,
    TaskState,
    WorkflowState,
    get_default_page_content_type,
)
from wagtail.permissions import page_permission_policy

from portal.publishing.lists import tell_tasks

MOST = 10


class Newest(Component):
    """Shows the newest rows in a panel of Wagtail's, which calls itself so; comes before it."""

    called: str

    def get_rows(self, user: Any) -> QuerySet:
        """Return all rows for somebody, the newest first."""
        raise NotImplementedError

    def get_address(self, user: Any) -> str:
        """Return where all of them stand."""
        raise NotImplementedError

    def get_names(self, rows: list[Any], user: Any) -> dict[str, Any]:
        """Return by which names the template knows these rows."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Return the newest rows, and how many there are."""
        request = parent_context["request"]
        rows = self.get_rows(request.user)
        return {
            "request": request,
            "csrf_token": parent_context["csrf_token"],
            "count": rows.order_by().count(),
            **self.get_names(list(rows[:MOST]), request.user),
        }

    def render_html(self, parent_context: Any = None) -> SafeString:
        """Return the panel; where it leaves something out, with the way there."""
        context = self.get_context_data(parent_context)
        html = SafeString(get_template(self.template_name).render(context))
        if context["count"] <= MOST:
            return html
        text = _("Show all: %(count)s") % {"count": context["count"]}
        address = self.get_address(context["request"].user)
        return format_html(
            '{}<p><a href="{}" aria-describedby="{}-heading">{}</a></p>',
            html,
            address,
            self.called,
            text,
        )


class ToModeratePanel(Newest, home.WorkflowObjectsToModeratePanel):
    """What somebody is asked to approve."""

    called = "awaiting-review"

    def get_rows(self, user: Any) -> QuerySet[TaskState]:
        """Return the steps in which it is their turn."""
        rows = TaskState.objects.reviewable_by(user).order_by("-started_at", "-pk")
        things = ("revision__content_object", "revision__content_object__latest_revision")
        return (
            rows.select_related("revision__user", "workflow_state")
            .prefetch_related(*things, Prefetch("task", Task.objects.specific()))
            .annotate(previous_revision_id=Revision.objects.previous_revision_id_subquery())
        )

    def get_address(self, user: Any) -> str:
        """Lead to Wagtail's report of steps."""
        return reverse("wagtailadmin_reports:workflow_tasks") + "?reviewable=true"

    def get_names(self, rows: list[TaskState], user: Any) -> dict[str, Any]:
        """Return each with what may be done."""
        tell_tasks(row.workflow_state for row in rows)
        return {"states": [described(row, user) for row in rows if row.revision.content_object]}


def described(row: TaskState, user: Any) -> dict[str, Any]:
    """Return what Wagtail's template asks of a step."""
    thing = row.revision.content_object
    row.workflow_state.current_task_state = row
    thing._current_workflow_states = [row.workflow_state]  # as if read with it
    return {
        "obj": thing,
        "revision": row.revision,
        "previous_revision_id": row.previous_revision_id,
        "live_revision_id": thing.live_revision_id,
        "task_state": row,
        "actions": row.task.specific.get_actions(thing, user),
        "workflow_tasks": row.workflow_state.all_tasks_with_status(),
        **{f"{name}_url_name": address_name(thing, name) for name in ADDRESSES},
    }


ADDRESSES = ("workflow_action", "workflow_preview", "revisions_compare")


def address_name(thing: Any, name: str) -> str:
    """Return what an address of a page or term is called."""
    if isinstance(thing, Page):
        return f"wagtailadmin_pages:{name}"
    return str(thing.snippet_viewset.get_url_name(name))


class OwnPanel(Newest, home.UserObjectsInWorkflowModerationPanel):
    """What somebody asked others to approve, or owns and others did."""

    called = "objects-in-workflow"

    def get_rows(self, user: Any) -> QuerySet[WorkflowState]:
        """Return the workflows that are not over."""
        keys = Page.objects.filter(owner=user).order_by().annotate(key=Cast("pk", CharField()))
        of_pages = Q(base_content_type=get_default_page_content_type())
        own = of_pages & Q(object_id__in=keys.values("key"))
        rows = WorkflowState.objects.active().filter(own | Q(requested_by=user))
        task = Prefetch("current_task_state__task", queryset=Task.objects.specific())
        return (
            rows.select_related("current_task_state")
            .prefetch_related("content_object", "content_object__latest_revision", task)
            .order_by("-current_task_state__started_at", "-pk")
        )

    def get_address(self, user: Any) -> str:
        """Lead to Wagtail's report of workflows."""
        return reverse("wagtailadmin_reports:workflow")

    def get_names(self, rows: list[WorkflowState], user: Any) -> dict[str, Any]:
        """Return those whose page or term is still there."""
        for row in rows:
            if row.content_object:
                row.content_object._current_workflow_states = [row]  # as if read with it
        return {"workflow_states": [row for row in rows if row.content_object]}


class LockedPanel(Newest, home.LockedPagesPanel):
    """The pages that somebody locked."""

    called = "locked-pages"

    def get_rows(self, user: Any) -> QuerySet[Page]:
        """Return the pages."""
        rows = Page.objects.filter(locked=True, locked_by=user).specific(defer=True)
        listed = rows.prefetch_workflow_states().annotate_approved_schedule()
        return listed.order_by("-locked_at", "-latest_revision_created_at", "-pk")

    def get_address(self, user: Any) -> str:
        """Lead to Wagtail's report of locked pages."""
        return reverse("wagtailadmin_reports:locked_pages")

    def get_names(self, rows: list[Page], user: Any) -> dict[str, Any]:
        """Return the pages, and whether the locks may be taken off."""
        may_unlock = page_permission_policy.user_has_permission(user, "unlock")
        return {"locked_pages": rows, "can_remove_locks": may_unlock}


INSTEAD: dict[type[Component], type[Newest]] = {
    home.WorkflowObjectsToModeratePanel: ToModeratePanel,
    home.UserObjectsInWorkflowModerationPanel: OwnPanel,
    home.LockedPagesPanel: LockedPanel,
}


def show_newest(panels: list[Component]) -> None:
    """Put these panels where Wagtail's of the same name stand."""
    panels[:] = [INSTEAD[type(each)]() if type(each) in INSTEAD else each for each in panels]
