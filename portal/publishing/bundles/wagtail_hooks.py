"""Where colleagues find bundles: their addresses, the menus of pages and terms, the edit form."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import DraftStateMixin, Page, TranslatableMixin
from wagtail.snippets.action_menu import ActionMenuItem

from portal.publishing.bundles import going_live_views, views
from portal.publishing.bundles.judged import add_address
from portal.publishing.bundles.models import BundleItem
from portal.publishing.bundles.rights import may_add, may_work
from portal.publishing.languages import is_source

LABEL = gettext_lazy("Add to a bundle")


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give bundles their addresses."""
    one, item = "bundles/<int:pk>", "bundles/<int:pk>/<int:item>"
    return [
        path("bundles/new/", views.add, name="add_bundle"),
        path(
            "bundles/add/<str:app_label>/<str:model_name>/<int:pk>/",
            views.add_thing,
            name="add_to_bundle",
        ),
        path(f"{one}/", views.show, name="bundle"),
        path(f"{one}/rename/", views.rename, name="rename_bundle"),
        path(f"{one}/choose/", views.choose, name="choose_for_bundle"),
        path(f"{one}/publish/", going_live_views.publish, name="publish_bundle"),
        path(f"{one}/unschedule/", going_live_views.unschedule, name="unschedule_bundle"),
        path(f"{one}/dissolve/", views.dissolve, name="dissolve_bundle"),
        path(f"{one}/reopen/", views.reopen, name="reopen_bundle"),
        path(f"{item}/take-out/", views.take_out, name="take_out_bundle_item"),
        path(f"{item}/renew/", views.renew, name="renew_bundle_item"),
        path(f"{item}/translate/", views.translate, name="translate_ahead"),
    ]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def page_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Yield the button for the menus of a page."""
    if not page.is_root() and not page.alias_of_id and may_add(user, page):
        yield Button(LABEL, add_address(page), icon_name=views.ICON, priority=62)


def is_offered(user: Any, snippet: Any) -> bool:
    """Whether something of a term may wait: it has drafts, or is a translation."""
    may_wait = isinstance(snippet, TranslatableMixin) and (
        isinstance(snippet, DraftStateMixin) or not is_source(snippet)
    )
    return may_wait and may_add(user, snippet)


@hooks.register("register_snippet_listing_buttons")
def snippet_button(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Yield the button for the row of a term."""
    if is_offered(user, snippet):
        yield Button(LABEL, add_address(snippet), icon_name=views.ICON, priority=62)


class BundleMenuItem(ActionMenuItem):
    """The entry among the actions of a term's form."""

    name = "bundle"
    label = LABEL
    icon_name = views.ICON

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Offer it where something may wait."""
        instance = context.get("instance")
        return bool(instance and is_offered(context["request"].user, instance))

    def get_url(self, parent_context: dict[str, Any]) -> str:
        """Lead to the question into which one."""
        return add_address(parent_context["instance"])


@hooks.register("register_snippet_action_menu_item")
def offer_in_form(model: Any) -> BundleMenuItem:
    """Offer it in the form of a term."""
    return BundleMenuItem(order=1001)


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def tell_editor(request: HttpRequest, instance: Any) -> None:
    """Tell who opens a page or term in which bundle it stands."""
    if request.method != "GET" or not may_work(request.user):
        return
    for item in BundleItem.objects.about(instance).select_related("bundle"):
        text = _("This is part of the bundle “%(title)s”.") % {"title": item.bundle}
        button = messages.button(item.bundle.get_absolute_url(), _("Open it"))
        messages.info(request, text, buttons=[button])
