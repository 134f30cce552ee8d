"""What the ground floor changes in Wagtail itself."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.account import AvatarSettingsPanel, NameEmailSettingsPanel
from wagtail.rich_text.feature_registry import FeatureRegistry

from portal import desk  # noqa: F401  (its hooks)
from portal.errors import document_withheld
from portal.links import KnownDocumentLinkHandler, KnownPageLinkHandler
from portal.media.models import Document
from portal.middleware import is_signed_in
from portal.report import ReportItem, reports
from portal.rich_text import KnownDocument, KnownPage
from portal.waiting import WaitingPanel

# Pictures of people would be public, with the place where they were taken.
AvatarSettingsPanel.is_active = lambda self: False
# People have one name, which they write in their profile.
NameEmailSettingsPanel.is_active = lambda self: False


for report in reports():
    hooks.register(report.menu, partial(ReportItem, report))


@hooks.register("register_admin_urls")
def register_reports() -> list[URLPattern]:
    """Give the reports of all rooms their addresses."""
    return [address for report in reports() for address in report.addresses()]


@hooks.register("construct_help_menu")
def leave_out_what_is_elsewhere(request: HttpRequest, items: list[MenuItem]) -> None:
    """Offer nobody what Wagtail says on its own site: for developers, in English, and of others."""
    elsewhere = ("whats-new", "editor-guide")
    items[:] = [item for item in items if not item.name.startswith(elsewhere)]


@hooks.register("construct_homepage_panels")
def tell_what_waits(request: HttpRequest, panels: list[Component]) -> None:
    """Tell everybody what waits for them, or that nothing does."""
    panels.append(WaitingPanel())


@hooks.register("register_rich_text_features", order=10)
def register_links(features: FeatureRegistry) -> None:
    """Resolve links to pages from one query a page, and to documents from one a stream."""
    features.register_link_type(KnownPageLinkHandler)
    features.register_link_type(KnownDocumentLinkHandler)


@hooks.register("register_rich_text_features", order=10)
def register_known_links(features: FeatureRegistry) -> None:
    """Show in the editor what its links lead to, from one query for all of a text."""
    for feature, element, handler in (
        ("link", 'a[linktype="page"]', KnownPage("LINK")),
        ("document-link", 'a[linktype="document"]', KnownDocument("DOCUMENT")),
    ):
        rule = features.converter_rules_by_converter["contentstate"][feature]
        shown = rule["from_database_format"] | {element: handler}
        features.register_converter_rule(
            "contentstate", feature, rule | {"from_database_format": shown}
        )


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
