"""What the ground floor changes in Wagtail itself."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from portal.links import KnownPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: FeatureRegistry) -> None:
    """Resolve links to pages from one query a page."""
    features.register_link_type(KnownPageLinkHandler)
