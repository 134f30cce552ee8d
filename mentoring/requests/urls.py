"""Addresses of requests, in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from mentoring.requests import views

urlpatterns = [
    path(_("mentoring/profile/<slug:code>/request/"), views.ask, name="mentoring_ask"),
    path(_("mentoring/profile/<slug:code>/waiting-list/"), views.queue, name="mentoring_queue"),
    path(_("mentoring/requests/"), views.requests, name="mentoring_requests"),
    path(_("mentoring/requests/<uuid:key>/"), views.request_page, name="mentoring_request"),
]
