"""What people meet of the gate in the admin: its addresses, its questions, what it refuses."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import get_language_info, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.log_actions import LogActionRegistry
from wagtail.models import DraftStateMixin, Page

from portal.errors import document_withheld
from portal.media.models import Document
from portal.middleware import is_signed_in
from portal.publishing import bulk_actions, localize_views, take_down_doors, take_down_views
from portal.publishing.mixins import Lasting, PublicAtOnce
from portal.publishing.refusals import RefusedError
from portal.publishing.rights import may_publish
from portal.translations import (
    require_all_words,
    translation_into,
    translations_of,
    waiting_parts,
)

MOST_SHOWN = 8

# After Wagtail's of the same names, which they replace.
for bulk_action in (
    bulk_actions.PublishPages,
    bulk_actions.UnpublishPages,
    bulk_actions.DeletePages,
    bulk_actions.DeleteSnippets,
):
    hooks.register("register_bulk_action", bulk_action, order=1)


@hooks.register("register_admin_urls", order=-1)
def register_addresses() -> list[URLPattern]:
    """Ask the gate at addresses of wagtail-localize; they come before its own."""
    translation = "localize/translate/<int:translation_id>"
    return [
        path("localize/page/<int:page_id>/convert_to_alias/", localize_views.convert_to_alias),
        path(f"{translation}/disable/", localize_views.stop_translation),
        path(
            f"{translation}/overrides/<int:overridable_segment_id>/edit/",
            localize_views.edit_override,
        ),
    ]


@hooks.register("register_admin_urls")
def register_take_downs() -> list[URLPattern]:
    """Give take-downs their addresses."""
    view = take_down_views.TakeDownsView
    return [
        path(
            "take-down/<str:app_label>/<str:model_name>/<int:pk>/",
            take_down_views.confirm,
            name="take_down_confirm",
        ),
        path("take-down/<int:pk>/", take_down_views.show, name="take_down"),
        path("take-down/<int:pk>/undo/", take_down_views.undo, name="undo_take_down"),
        path("reports/take-downs/", view.as_view(), name="take_downs"),
        path(
            "reports/take-downs/results/",
            view.as_view(results_only=True),
            name="take_downs_results",
        ),
    ]


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def explain_before_publishing(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Tell somebody who publishes too early, or may not, before anything is saved."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    try:
        require_all_words(instance)
        if isinstance(instance, PublicAtOnce) and not may_publish(request.user, instance):
            raise RefusedError(_("Your words are saved. A moderator makes them public."))
    except RefusedError as refusal:
        messages.error(request, refusal.messages[0])
        return redirect(request.get_full_path())
    return None


@hooks.register("before_edit_snippet", order=-1)
def keep_to_translations(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Open what is public at once only to those who may publish, or who translate it."""
    if not isinstance(instance, PublicAtOnce) or may_publish(request.user, instance):
        return None
    is_translation = hasattr(instance, "translation_key") and translation_into(instance)
    return None if is_translation else permission_denied(request)


@hooks.register("before_unpublish_page")
@hooks.register("before_delete_page")
def remember_chosen_languages(request: HttpRequest, page: Page) -> None:
    """Take the languages that were ticked with the page."""
    if "languages_offered" in request.POST:
        page.chosen_languages = request.POST.getlist("languages")


@hooks.register("construct_snippet_action_menu")
def keep_what_lasts(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Offer nobody to take away what every page shows."""
    if issubclass(context["model"], Lasting):
        items[:] = [
            item for item in items if item.name not in ("action-unpublish", "action-delete")
        ]


@hooks.register("construct_page_action_menu")
def keep_what_is_public(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Offer to turn a public translation into an alias only to those who may publish it."""
    page = context.get("page")
    if page and page.live and not may_publish(request.user, page):
        items[:] = [item for item in items if item.name != "localize-convert-to-alias"]


@hooks.register("after_publish_page")
@hooks.register("after_publish")
@hooks.register("after_edit_snippet")
def tell_what_waits(request: HttpRequest, instance: Any) -> None:
    """Name the parts that a translation lacks, to whoever published the source just now."""
    if isinstance(instance, DraftStateMixin) and "action-publish" not in request.POST:
        return
    ours = translations_of(instance).filter(source__locale_id=instance.locale_id)
    for locale in [translation.target_locale for translation in ours]:
        if parts := waiting_parts(instance, locale):
            messages.warning(request, _waiting(locale.language_code, parts))


def _waiting(language: str, parts: list[str]) -> str:
    shown = parts if len(parts) <= MOST_SHOWN else [*parts[:MOST_SHOWN], "…"]
    message = ngettext(
        "%(language)s: %(count)s part waits for its translation. "
        "Until then readers see what was there before. %(parts)s",
        "%(language)s: %(count)s parts wait for their translation. "
        "Until then readers see what was there before. %(parts)s",
        len(parts),
    )
    name = capfirst(get_language_info(language)["name_translated"])
    return message % {"language": name, "count": len(parts), "parts": "; ".join(shown)}


hooks.register("register_page_header_buttons", take_down_doors.page_button)
hooks.register("register_page_listing_more_buttons", take_down_doors.page_button)
hooks.register("register_snippet_listing_buttons", take_down_doors.snippet_button)


@hooks.register("register_snippet_action_menu_item")
def offer_take_down_of_term(model: Any) -> take_down_doors.TakeDownMenuItem:
    """Offer the emergency take-down in the form of a term."""
    return take_down_doors.TakeDownMenuItem(order=1000)


@hooks.register("construct_wagtail_userbar")
def offer_take_down_of_page(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Offer the emergency take-down on the public page itself."""
    if isinstance(page, Page) and page.pk and take_down_doors.is_offered(request.user, page):
        items.append(take_down_doors.TakeDownUserbarItem(page))


@hooks.register("register_reports_menu_item")
def list_take_downs() -> take_down_doors.TakeDownsMenuItem:
    """List take-downs among the reports."""
    return take_down_doors.TakeDownsMenuItem(
        take_down_views.TakeDownsView.page_title,
        reverse("take_downs"),
        name="take-downs",
        icon_name=take_down_doors.ICON,
        order=1290,
    )


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Say in the history of pages and terms what happened to them."""
    actions.register_action(
        "publishing.take_down",
        gettext_lazy("Take down"),
        gettext_lazy("Taken down in an emergency"),
    )
    actions.register_action(
        "publishing.restore",
        gettext_lazy("Undo the take-down"),
        gettext_lazy("Brought back after a take-down"),
    )


@hooks.register("before_serve_document", order=-1)
def withhold_taken_down(document: Document, request: HttpRequest) -> HttpResponse | None:
    """Give a document that was taken down to nobody but those who may change it."""
    if not document.taken_down_id:
        return None
    if is_signed_in(request) and document.is_editable_by_user(request.user):
        return None
    return document_withheld(request, is_waiting=False)
