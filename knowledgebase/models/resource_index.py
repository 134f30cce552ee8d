"""The index of all resources."""

from django.utils.translation import gettext_lazy as _

from knowledgebase.resources.listing import ResourceListing
from portal.listing import ListingPage
from portal.pages import PublicPage
from search.content import Searchable


class ResourceIndexPage(Searchable, ListingPage, PublicPage):
    """All resources, to filter and to sort."""

    listing_class = ResourceListing
    share_look = "saffron"
    max_count_per_parent = 1
    parent_page_types = ["knowledgebase.KnowledgeBasePage"]
    subpage_types = ["knowledgebase.ResourcePage"]

    class Meta:
        verbose_name = _("list of resources")
        verbose_name_plural = _("lists of resources")
