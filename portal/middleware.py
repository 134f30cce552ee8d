"""What every response has in common."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import override

Handler = Callable[[HttpRequest], HttpResponse]


def no_trace_of_people(get_response: Handler) -> Handler:
    """Keep what a signed-in person sees out of every cache, and let them leave for any site."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if is_signed_in(request):
            add_never_cache_headers(response)
            # Chromium holds redirects to this too, and leaving quickly redirects to another site.
            response._csp_update = {"form-action": ["https:"]}  # type: ignore[attr-defined]
        return response

    return middleware


def is_signed_in(request: HttpRequest) -> bool:
    """Whether somebody is signed in; reads no session for a visitor who has none."""
    session = getattr(request, "session", None)
    return bool(session and session.session_key and request.user.is_authenticated)


def is_in_admin(request: HttpRequest) -> bool:
    """Whether an address of the admin was asked for."""
    return request.path_info.startswith(reverse("wagtailadmin_home"))


def no_control_characters(get_response: Handler) -> Handler:
    """Refuse an address with a NUL, which no database can look up."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info:
            raise BadRequest("NUL in the address")
        return get_response(request)

    return middleware


def in_the_persons_language(get_response: Handler) -> Handler:
    """Say in the language that a colleague chose what the admin's views leave to others.

    Wagtail keeps to that language inside its views only, not in what follows a refusal.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not is_in_admin(request) or not is_signed_in(request):
            return get_response(request)
        profile = getattr(request.user, "wagtail_userprofile", None)
        if not profile:
            return get_response(request)
        with override(profile.get_preferred_language()):
            return get_response(request)

    return middleware
