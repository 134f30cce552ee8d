"""What the ground floor changes in Wagtail itself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.rich_text.feature_registry import FeatureRegistry

from portal.links import KnownPageLinkHandler
from portal.translations import UnfinishedTranslationError, require_all_words


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
