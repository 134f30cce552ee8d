"""The addresses of the search page and its suggestions in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from search.suggest_views import suggestions
from search.views import search, search_feed

urlpatterns = [
    path(_("search/"), search, name="search"),
    path(_("search/feed.atom"), search_feed, name="search_feed"),
    path(_("search/suggestions/"), suggestions, name="search_suggestions"),
]
