"""What the ground floor changes in Wagtail itself."""

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.admin.views.account import AvatarSettingsPanel, NameEmailSettingsPanel
from wagtail.rich_text.feature_registry import FeatureRegistry

from portal import desk  # noqa: F401  (its hooks)
from portal.errors import document_withheld
from portal.links import KnownPageLinkHandler
from portal.media.models import Document
from portal.middleware import is_signed_in

# Pictures of people would be public, with the place where they were taken.
AvatarSettingsPanel.is_active = lambda self: False
# People have one name, which they write in their profile.
NameEmailSettingsPanel.is_active = lambda self: False


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: FeatureRegistry) -> None:
    """Resolve links to pages from one query a page."""
    features.register_link_type(KnownPageLinkHandler)


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
