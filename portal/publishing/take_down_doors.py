"""Where colleagues find the emergency take-down: beside every page and every glossary term."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import BaseItem
from wagtail.admin.widgets.button import Button
from wagtail.models import DraftStateMixin, Page
from wagtail.permissions import page_permission_policy
from wagtail.snippets.action_menu import ActionMenuItem

from portal.publishing.mixins import Lasting, is_gated
from portal.publishing.rights import may_publish

LABEL = _("Emergency take-down")
ICON = "warning"


def address(instance: Any) -> str:
    """Return where the take-down of a page or a term is confirmed."""
    meta = Page._meta if isinstance(instance, Page) else instance._meta
    return reverse("take_down_confirm", args=[meta.app_label, meta.model_name, instance.pk])


def is_offered(user: Any, instance: Any) -> bool:
    """Whether `instance` is public, and `user` may take it down as far as one language shows."""
    whole = instance.specific_deferred if isinstance(instance, Page) else instance
    can_go = isinstance(whole, DraftStateMixin) and is_gated(whole) and whole.live
    return can_go and not isinstance(whole, Lasting) and may_publish(user, instance)


def page_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Yield the button for the menus of a page."""
    if is_offered(user, page):
        yield Button(LABEL, address(page), icon_name=ICON, priority=61)


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


class TakeDownsMenuItem(MenuItem):
    """The report, for those who may publish pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may publish any page."""
        return bool(page_permission_policy.user_has_permission(request.user, "publish"))
