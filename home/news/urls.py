"""Addresses of the feeds, in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from home.news import views

urlpatterns = [
    path(_("news-feeds/all.atom"), views.news_feed, name="news_feed"),
    path(_("news-feeds/project/<uuid:key>.atom"), views.project_feed, name="project_feed"),
    path(
        _("news-feeds/municipality/<uuid:key>.atom"),
        views.municipality_feed,
        name="municipality_feed",
    ),
]
