"""The index of all projects."""

from django.utils.translation import gettext_lazy as _

from portal.listing import ListingPage
from portal.pages import PublicPage
from projects.listing import ProjectListing
from search.content import Searchable


class ProjectIndexPage(Searchable, ListingPage, PublicPage):
    """All projects, with filters, a map and the same as a list."""

    listing_class = ProjectListing
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["projects.ProjectPage"]

    class Meta:
        verbose_name = _("list of projects")
        verbose_name_plural = _("lists of projects")
