"""The section about the programme, and the directory of its mentors."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from mentoring.directory.listing import DirectoryListing
from mentoring.directory.searching import KIND, parts
from mentoring.models.profile import Profile
from mentoring.profiles.reading import profile_of
from mentoring.profiles.showing import Reader
from portal.blocks import body_field
from portal.i18n import pages_here
from portal.listing import ListingPage
from portal.pages import PublicPage
from search.content import Content, Searchable


class MentoringPage(Searchable, PublicPage):
    """Says what the programme is, whom it is for and how one takes part."""

    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    share_look = "teal"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["mentoring.DirectoryPage"]
    content_panels = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("mentoring programme")
        verbose_name_plural = _("mentoring programmes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the directory in the visitor's language."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "directory": pages_here(DirectoryPage).first()}


class DirectoryPage(Searchable, ListingPage, PublicPage):
    """Lists the mentors, below what editors say first."""

    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    search_part_kinds = {KIND: _("Mentors")}
    search_part_model = "mentoring.Profile"
    share_look = "teal"
    max_count_per_parent = 1
    parent_page_types = ["mentoring.MentoringPage"]
    subpage_types: list[str] = []
    content_panels = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("directory of mentors")
        verbose_name_plural = _("directories of mentors")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the profile of a visitor who is a member."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "own": profile_of(request.user)}

    def get_listing(self, request: HttpRequest) -> DirectoryListing:
        """Return the mentors that the address asks for, as the visitor may see them."""
        reader = Reader.MEMBER if profile_of(request.user) else Reader.STRANGER
        return DirectoryListing(request.GET, reader, Profile.objects.listed())

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep nothing of it anywhere: who takes their profile out of it is gone at once."""
        response = super().serve(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    def get_search_parts(self) -> Iterable[tuple[UUID, Content]]:
        """Return the mentors whom anybody may see."""
        return parts(self.locale.language_code, Profile.objects.listed())

    def get_search_parts_with(self, keys: Collection[UUID]) -> Iterable[tuple[UUID, Content]]:
        """Return those of them who have these keys."""
        return parts(self.locale.language_code, Profile.objects.listed().filter(key__in=keys))
