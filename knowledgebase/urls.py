"""Addresses of what belongs to a page of the knowledge base, in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from knowledgebase import views
from knowledgebase.papers.views import comparison_paper, page_paper

urlpatterns = [
    path("id/<uuid:key>.<slug:suffix>", views.citation, name="citation"),
    path("id/<uuid:key>/", views.stable, name="stable_text"),
    path("pdf/", comparison_paper, name="comparison_paper"),
    path("pdf/<uuid:key>/", page_paper, name="page_paper"),
    path(_("feedback/<uuid:key>/"), views.feedback, name="feedback"),
]
