"""Addresses of mentoring, in each language."""

from django.urls import include, path

urlpatterns = [
    path("", include("mentoring.requests.urls")),
]
