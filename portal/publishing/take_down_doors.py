"""Where colleagues find the emergency take-down, and what its hooks keep from visitors."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.userbar import BaseItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import DraftStateMixin, Page
from wagtail.snippets.action_menu import ActionMenuItem

from portal.errors import document_withheld
from portal.media.models import Document
from portal.middleware import is_signed_in
from portal.publishing import take_down_views
from portal.publishing.mixins import Lasting, is_gated
from portal.publishing.rights import may_publish

LABEL = _("Emergency take-down")
ICON = "warning"


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give take-downs their addresses."""
    return [
        path(
            "take-down/<str:app_label>/<str:model_name>/<int:pk>/",
            take_down_views.confirm,
            name="take_down_confirm",
        ),
        path("take-down/<int:pk>/", take_down_views.show, name="take_down"),
        path("take-down/<int:pk>/undo/", take_down_views.undo, name="undo_take_down"),
    ]


def address(instance: Any) -> str:
    """Return where the take-down of a page or a term is confirmed."""
    meta = Page._meta if isinstance(instance, Page) else instance._meta
    return reverse("take_down_confirm", args=[meta.app_label, meta.model_name, instance.pk])


def is_offered(user: Any, instance: Any) -> bool:
    """Whether `instance` is public, and `user` may take it down as far as one language shows."""
    whole = instance.specific_deferred if isinstance(instance, Page) else instance
    can_go = isinstance(whole, DraftStateMixin) and is_gated(whole) and whole.live
    return can_go and not isinstance(whole, Lasting) and may_publish(user, instance)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def page_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Yield the button for the menus of a page."""
    if is_offered(user, page):
        yield Button(LABEL, address(page), icon_name=ICON, priority=61)


@hooks.register("register_snippet_listing_buttons")
def snippet_button(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Yield the button for the row of a term."""
    if is_offered(user, snippet):
        yield Button(LABEL, address(snippet), icon_name=ICON, priority=61)


class TakeDownMenuItem(ActionMenuItem):
    """The entry among the actions of a term's form."""

    name = "take-down"
    label = LABEL
    icon_name = ICON

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Offer it to those who may publish, where the term is public."""
        instance = context.get("instance")
        return bool(instance and is_offered(context["request"].user, instance))

    def get_url(self, parent_context: dict[str, Any]) -> str:
        """Lead to the page that asks."""
        return address(parent_context["instance"])


class TakeDownUserbarItem(BaseItem):
    """The entry in the bar that editors see on public pages."""

    template_name = "publishing/take_down_userbar.html"
    label = LABEL

    def __init__(self, page: Page) -> None:
        """Lead to the page that asks."""
        self.url = address(page)


@hooks.register("register_snippet_action_menu_item")
def offer_in_form(model: Any) -> TakeDownMenuItem:
    """Offer the take-down in the form of a term."""
    return TakeDownMenuItem(order=1000)


@hooks.register("construct_wagtail_userbar")
def offer_on_page(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Offer the take-down on the public page itself."""
    if isinstance(page, Page) and page.pk and is_offered(request.user, page):
        items.append(TakeDownUserbarItem(page))


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Say in the history of pages and terms what happened to them."""
    down = ("publishing.take_down", _("Take down"), _("Taken down in an emergency"))
    back = ("publishing.restore", _("Undo the take-down"), _("Brought back after a take-down"))
    for action in (down, back):
        actions.register_action(*action)


@hooks.register("before_serve_document", order=-1)
def withhold_taken_down(document: Document, request: HttpRequest) -> HttpResponse | None:
    """Give a document that was taken down to nobody but those who may change it."""
    if not document.taken_down_id:
        return None
    if is_signed_in(request) and document.is_editable_by_user(request.user):
        return None
    return document_withheld(request, is_waiting=False)


@hooks.register("construct_image_chooser_queryset")
@hooks.register("construct_document_chooser_queryset")
def leave_out_taken_down(files: QuerySet, request: HttpRequest) -> QuerySet:
    """Offer no file for pages that visitors do not get; a search filters by ids alone."""
    withheld = files.model.objects.exclude(taken_down=None)
    return files.exclude(pk__in=withheld.values("pk"))
