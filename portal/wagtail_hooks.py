"""What the ground floor changes in Wagtail itself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.rich_text.feature_registry import FeatureRegistry

from portal.errors import document_withheld
from portal.links import KnownPageLinkHandler
from portal.media.models import Document
from portal.middleware import is_signed_in
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


@hooks.register("before_serve_document")
def withhold_document(document: Document, request: HttpRequest) -> HttpResponse | None:
    """Give a document that was not cleaned and accepted to nobody but its editors.

    Who may see its collection is another hook's question, Wagtail's.
    """
    if document.public_file:
        return None
    if is_signed_in(request) and document.is_editable_by_user(request.user):
        return None
    return document_withheld(request, document.is_expected)
