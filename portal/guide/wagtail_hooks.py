"""Where people meet the guide in the admin: the menu for help, from wherever they are."""

import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from portal.guide import views

# The chapter about a page of the admin, by the whole name of its URL; the first that fits counts.
ABOUT = {
    "wagtailadmin_(home|reports.*)|checks|numbers|broken_links|scheduled": "waiting",
    "translation_reviews|wagtailadmin_pages:workflow.*": "review",
    "translation_(states|question)|(renew|review)_translation|wagtail_localize:.*": "translate",
    "bundles?(_results)?|(.*_)?bundle": "together",
    "wagtailadmin_(pages:|explore).*": "write",
    "reader_comments|(decide|erase)_comment|(erase_)?enquir(y|ies)|wagtailsnippets_comments_.*": (
        "readers"
    ),
    r"wagtailsnippets_(furniture|terms|enquiries|portal_search|knowledgebase)_.*": "lists",
    "wagtailsettings:.*|wagtailusers_users:.*|invit(e|ations)(_results)?": "lists",
    r"wagtail(images|docs):.*|portal\.media\.lists\..*": "pictures",
    "(documents|images)_to_review|document_problems|consents|alternatives": "pictures",
}


class ChapterItem(MenuItem):
    """A menu item that leads to the chapter about the page on which it stands."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether there is one."""
        return bool(chapter_about(request))

    def render_component(self, request: HttpRequest) -> Any:
        """Return the item of this request; the menu keeps one for all."""
        item = MenuItem(
            self.label,
            reverse("guide_chapter", args=[chapter_about(request)]),
            name=self.name,
            icon_name=self.icon_name,
        )
        return item.render_component(request)


def chapter_about(request: HttpRequest) -> str:
    """Return the name of the chapter about a page of the admin, nothing where there is none."""
    match = request.resolver_match
    name = match.view_name if match else ""
    return next((chapter for names, chapter in ABOUT.items() if re.fullmatch(names, name)), "")


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give the guide its addresses."""
    return [
        path("guide/", views.contents, name="guide"),
        path("guide/<slug:name>/", views.chapter, name="guide_chapter"),
    ]


@hooks.register("register_help_menu_item")
def guide_item() -> MenuItem:
    """Lead to the guide before all other help."""
    return MenuItem(_("Guide"), reverse("guide"), name="guide", icon_name="help", order=100)


@hooks.register("register_help_menu_item")
def chapter_item() -> MenuItem:
    """Lead to what it says about where one is."""
    return ChapterItem(
        _("Guide to this screen"), "", name="guide-chapter", icon_name="help", order=110
    )


@hooks.register("register_page_header_buttons")
def guide_button(page: Page, user: Any, view_name: str, **kwargs: Any) -> Iterator[Button]:
    """Lead from a page to the chapter about it, or about translations."""
    is_source = page.locale.language_code == settings.LANGUAGE_CODE
    chapter = "write" if is_source else "translate"
    yield Button(
        _("Guide to this screen"),
        reverse("guide_chapter", args=[chapter]),
        icon_name="help",
        priority=200,
    )
