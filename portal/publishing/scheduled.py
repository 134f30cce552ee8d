"""The report of what goes live by itself, and when."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy

from portal.publishing.rights import snippet_models_open_to
from portal.report import MomentColumn, Report
from portal.translating.models import edit_address


class ScheduledView(Report):
    """What has a day on which it goes live, the next first."""

    page_title = _("Scheduled")
    header_icon = "time"
    name = "scheduled"
    waiting = ngettext_lazy(
        "%(count)s text goes live on its day", "%(count)s texts go live on their day", "count"
    )
    empty = _(
        "Nothing is scheduled. Day and hour are set in the form of each page, behind the letter i "
        "at the top right."
    )
    permission_policy = page_permission_policy
    any_permission_required = ["change"]
    columns = [
        TitleColumn(
            "object_str",
            label=_("Title"),
            get_url=lambda revision: edit_address(
                revision.base_content_type.model_class(), int(revision.object_id)
            ),
        ),
        Column("kind", label=_("Kind"), accessor="content_type.name"),
        MomentColumn("approved_go_live_at", label=_("Goes live")),
    ]
    list_export = ["object_str", "content_type.name", "approved_go_live_at"]
    export_headings = {
        "object_str": _("Title"),
        "content_type.name": _("Kind"),
        "approved_go_live_at": _("Goes live"),
    }

    def get_queryset(self) -> QuerySet[Revision]:
        """Return what is scheduled of all that the person may change."""
        rows = scheduled(self.request.user).select_related("base_content_type", "content_type")
        return rows.order_by("approved_go_live_at", "pk")

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many there are."""
        return scheduled(user).count()


def scheduled(user: Any) -> QuerySet[Revision]:
    """Return the versions of what somebody may change that have a day."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    keys = pages.order_by().annotate(key=Cast("pk", CharField())).values("key")
    of_pages = Q(base_content_type=ContentType.objects.get_for_model(Page), object_id__in=keys)
    models = snippet_models_open_to(user, "change")  # of which those without drafts have no day
    kinds = ContentType.objects.get_for_models(*models).values()
    found = Revision.objects.filter(of_pages | Q(base_content_type__in=kinds))
    return found.filter(approved_go_live_at__isnull=False)
