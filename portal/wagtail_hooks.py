"""What the ground floor changes in Wagtail itself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import DraftStateMixin, ReferenceIndex
from wagtail.rich_text.feature_registry import FeatureRegistry

from portal.errors import document_withheld
from portal.links import KnownPageLinkHandler
from portal.media.models import Document
from portal.media.states import Processing
from portal.middleware import is_signed_in
from portal.translations import (
    UnfinishedTranslationError,
    require_all_words,
    translations_of,
    waiting_parts,
)

MOST_SHOWN = 8


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: FeatureRegistry) -> None:
    """Resolve links to pages from one query a page."""
    features.register_link_type(KnownPageLinkHandler)


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def explain_what_is_missing(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Tell a translator who publishes too early what is missing, before anything is saved."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    try:
        require_all_words(instance)
    except UnfinishedTranslationError as error:
        messages.error(request, error.messages[0])
        return redirect(request.get_full_path())
    return None


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


@hooks.register("before_serve_document")
def withhold_document(document: Document, request: HttpRequest) -> HttpResponse | None:
    """Give a document that was not cleaned of people's names to nobody but its editors."""
    if document.is_public:
        return None
    if is_signed_in(request) and document.is_editable_by_user(request.user):
        return None
    return document_withheld(request, document.processing == Processing.WAITING)
