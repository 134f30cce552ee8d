"""The portal's addresses and that of the empty view."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from portal import urls


def empty(request: HttpRequest) -> HttpResponse:
    """Answer without a word: what Django and the middleware cost."""
    return HttpResponse()


urlpatterns = [path("empty/", empty), *urls.urlpatterns]
