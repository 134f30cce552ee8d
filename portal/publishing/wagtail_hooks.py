"""What people meet of the gate in the admin: its addresses, its questions, what it refuses."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.ui.components import Component
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import DraftStateMixin, Page, ReferenceIndex, TranslatableMixin, WorkflowMixin

from portal.languages import language_name
from portal.publishing import (
    bulk_actions,
    localize_views,
    panels,
    take_down_doors,  # noqa: F401  (registers them)
)
from portal.publishing.menu import MenuViewSet
from portal.publishing.mixins import Lasting, PublicAtOnce
from portal.publishing.refusals import RefusedError
from portal.publishing.rights import may_publish
from portal.translations import (
    require_all_words,
    require_finished,
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


@hooks.register("construct_homepage_panels")
def show_newest(request: HttpRequest, shown: list[Component]) -> None:
    """Show the newest of what waits in workflows, however much it is."""
    panels.show_newest(shown)


@hooks.register("construct_admin_api")
def list_pages(router: WagtailAPIRouter) -> None:
    """Answer the menu of pages from a few queries."""
    router.register_endpoint("pages", MenuViewSet)


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def explain_before_publishing(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Tell somebody who publishes too early, or may not, before anything is saved."""
    is_translatable = isinstance(instance, TranslatableMixin)
    is_sent = request.method == "POST" and request.POST.get("action") == "publish"
    translation = translation_into(instance) if is_translatable and is_sent else None
    if not translation:
        return None
    try:
        require_finished(translation)
    except RefusedError as refusal:
        messages.error(request, refusal.messages[0])
        return redirect(request.get_full_path())
    if not may_publish(request.user, instance):
        messages.info(request, _("Your words are saved. A moderator makes them public."))
        return redirect("review_translation", translation.pk)
    return None


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def explain_what_waits(request: HttpRequest, instance: Any) -> None:
    """Tell who opens a page why it did not go live on its day."""
    scheduled = getattr(instance, "scheduled_revision", None)
    if request.method != "GET" or not scheduled:
        return
    if scheduled.approved_go_live_at > timezone.now():
        return
    try:
        require_all_words(instance)
    except RefusedError as refusal:
        text = _("This should have gone live on its day and is still waiting: %(reason)s")
        messages.warning(request, text % {"reason": refusal.messages[0]})


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def tell_what_is_asked(request: HttpRequest, instance: Any) -> None:
    """Tell who opens a draft that a moderator sent back what the moderator wrote."""
    if request.method != "GET" or not isinstance(instance, WorkflowMixin):
        return
    state = instance.current_workflow_state
    if state and state.status == state.STATUS_NEEDS_CHANGES and state.current_task_state:
        text = _("A moderator asks for changes: “%(comment)s”")
        messages.warning(request, text % {"comment": state.current_task_state.comment})


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
        "%(language)s: %(count)s part is waiting for its translation. "
        "Until then readers see what was there before. %(parts)s",
        "%(language)s: %(count)s parts are waiting for their translation. "
        "Until then readers see what was there before. %(parts)s",
        len(parts),
    )
    return message % {
        "language": language_name(language),
        "count": len(parts),
        "parts": "; ".join(shown),
    }


@hooks.register("before_delete_snippet")
def say_how_to_go_on(request: HttpRequest, instances: list[Any]) -> None:
    """Say what to do first with something that cannot be deleted because pages name it."""
    usages = map(ReferenceIndex.get_grouped_references_to, instances)
    if any(usage.is_protected for usage in usages):
        message = _(
            "What a page names cannot be deleted. Open the list of references, take it out of "
            "each page and publish the page; then delete it."
        )
        messages.info(request, message)
