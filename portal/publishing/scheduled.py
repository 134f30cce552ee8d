"""The report of what goes live by itself, alone or with its bundle, and when."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy

from portal.publishing.bundles.models import Bundle, BundleItem
from portal.publishing.bundles.rights import may_work
from portal.publishing.rights import snippet_models_open_to
from portal.report import MomentColumn, Report, RowPaginator
from portal.translating.models import edit_address


class Planned(NamedTuple):
    """What goes live, at which moment, where it is edited, and the bundle with which it goes."""

    goes_live: Any
    title: str
    kind: str
    edit_url: str
    bundle: str = ""
    bundle_url: str = ""


class BundleColumn(Column):
    """The bundle, with the way to it for those who work with bundles."""

    def render_cell_html(self, instance: Planned, parent_context: Any) -> SafeString:
        """Return the cell of a row; empty for what goes live alone."""
        if not instance.bundle_url:
            return format_html("<td>{}</td>", instance.bundle)
        return format_html('<td><a href="{}">{}</a></td>', instance.bundle_url, instance.bundle)


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
    paginator_class = RowPaginator
    columns = [
        TitleColumn("title", label=_("Title"), get_url=lambda row: row.edit_url),
        Column("kind", label=_("Kind")),
        MomentColumn("goes_live", label=_("Goes live")),
        BundleColumn("bundle", label=_("Bundle")),
    ]
    list_export = ["title", "kind", "goes_live", "bundle"]
    export_headings = {
        "title": _("Title"),
        "kind": _("Kind"),
        "goes_live": _("Goes live"),
        "bundle": _("Bundle"),
    }

    def get_queryset(self) -> list[Planned]:
        """Return what is scheduled of all that the person may change, and bundles."""
        user = self.request.user
        return sorted([*alone(user), *together(user), *bundles(user)])

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many there are; a bundle is as much as stands in it."""
        return scheduled(user).count() + in_bundles(user).count()


def alone(user: Any) -> Iterator[Planned]:
    """Yield what has a day of its own."""
    rows = scheduled(user).select_related("base_content_type", "content_type").defer("content")
    for row in rows:
        model = row.base_content_type.model_class()
        address = edit_address(model, int(row.object_id))
        yield Planned(row.approved_go_live_at, row.object_str, row.content_type.name, address)


def together(user: Any) -> Iterator[Planned]:
    """Yield what goes live with its bundle."""
    items = list(in_bundles(user).select_related("bundle", "content_type"))
    pages = Page.objects.filter(pk__in=[item.object_id for item in items if is_page(item)])
    kinds = dict(pages.values_list("pk", "content_type"))
    for item in items:
        kind = ContentType.objects.get_for_id(kinds[item.object_id]) if is_page(item) else None
        yield Planned(
            item.bundle.scheduled_for,
            item.title,
            (kind or item.content_type).name,
            edit_address(item.content_type.model_class(), item.object_id),
            item.bundle.title,
            item.bundle.get_absolute_url() if may_work(user) else "",
        )


def bundles(user: Any) -> Iterator[Planned]:
    """Yield the bundles themselves, for those who work with them."""
    rows = Bundle.objects.open().filter(scheduled_for__isnull=False) if may_work(user) else ()
    for row in rows:
        kind = str(Bundle._meta.verbose_name)
        yield Planned(row.scheduled_for, row.title, kind, row.get_absolute_url())


def is_page(item: BundleItem) -> bool:
    """Whether something in a bundle is a page."""
    return item.content_type.model_class() is Page


def scheduled(user: Any) -> QuerySet[Revision]:
    """Return the versions of what somebody may change that have a day."""
    keys = changeable_pages(user).annotate(key=Cast("pk", CharField())).values("key")
    of_pages = Q(base_content_type=ContentType.objects.get_for_model(Page), object_id__in=keys)
    found = Revision.objects.filter(of_pages | Q(base_content_type__in=changeable_kinds(user)))
    return found.filter(approved_go_live_at__isnull=False)


def in_bundles(user: Any) -> QuerySet[BundleItem]:
    """Return what somebody may change and stands in a bundle that has an hour."""
    keys = changeable_pages(user).values("pk")
    of_pages = Q(content_type=ContentType.objects.get_for_model(Page), object_id__in=keys)
    found = BundleItem.objects.filter(of_pages | Q(content_type__in=changeable_kinds(user)))
    return found.filter(is_open=True, bundle__scheduled_for__isnull=False)


def changeable_pages(user: Any) -> QuerySet[Page]:
    """Return the pages that somebody may change, in no order."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return pages.order_by()


def changeable_kinds(user: Any) -> list[ContentType]:
    """Return the kinds of terms that somebody may change; those without drafts have no day."""
    models = snippet_models_open_to(user, "change")
    return list(ContentType.objects.get_for_models(*models).values())
