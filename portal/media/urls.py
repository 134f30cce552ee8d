"""Addresses of documents: Wagtail's, with our own way of serving them first."""

from django.urls import re_path
from wagtail.documents import urls as wagtaildocs_urls

from portal.media.views import serve_document

urlpatterns = [
    re_path(r"^(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
    *wagtaildocs_urls.urlpatterns,
]
