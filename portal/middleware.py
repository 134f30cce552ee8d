"""What every response has in common."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import override

# Spaces, tabs and line ends are typed; of the query it is as encoded, where every byte is its own.
CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")
ENCODED_CONTROL = re.compile(f"%(?:0[0-8bcef]|1[0-9a-f]|7f)|{CONTROL.pattern}", re.IGNORECASE)
# What the front says of a table that it did not hand on.
REFUSED = "HTTP_X_TOO_LARGE"
Handler = Callable[[HttpRequest], HttpResponse]
View = TypeVar("View", bound=Callable[..., HttpResponse])


def no_trace_of_people(get_response: Handler) -> Handler:
    """Keep what a signed-in person sees out of every cache, and let them leave for any site.

    Whoever is signed out, by whatever way, takes along what the portal keeps in their browser.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        was_signed_in = is_signed_in(request)
        response = get_response(request)
        if was_signed_in and not is_signed_in(request):
            response.setdefault("Clear-Site-Data", '"storage"')
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


class RefuseControlCharacters:
    """Refuses what no browser sends and no database takes, such as a NUL, wherever it is hidden.

    Fields of forms refuse them by themselves, and say so by the field; a view marked by
    `cleans_query` takes whatever is pasted into it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        cookies = (text for pair in request.COOKIES.items() for text in pair)
        if any(map(CONTROL.search, (request.path_info, *cookies))):
            raise BadRequest("control characters")
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Refuse the query, unless the view cleans it."""
        query = request.META.get("QUERY_STRING", "")
        if ENCODED_CONTROL.search(query) and not getattr(view, "cleans_query", False):
            raise BadRequest("control characters")


def cleans_query(view: View) -> View:
    """Mark a view that leaves out itself what nobody means to type."""
    view.cleans_query = True  # type: ignore[attr-defined]
    return view


def no_large_bodies(get_response: Handler) -> Handler:
    """Refuse before it is read what is larger than anything that its address takes.

    A body without a length is not read at all: WSGI has no end for it. A view that `takes_table`
    is asked for its form instead, and says there how large a table may be (see `is_too_large`).
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        was_refused = REFUSED in request.META
        if length <= settings.LARGEST_FORM and not was_refused:
            return get_response(request)
        largest = largest_body(request)
        if largest == settings.LARGEST_TABLE and (length > largest or was_refused):
            request.method = "GET"
            request.is_too_large = True  # type: ignore[attr-defined]
        elif length > largest:
            return render(request, "errors/bare.html", {"status": 413}, status=413)
        return get_response(request)

    return middleware


def largest_body(request: HttpRequest) -> int:
    """Return how many bytes may be sent: by everybody a long text to views that are marked by
    `takes_text`; with a session, files to the admin, and tables, a picture or files to views that
    are marked by `takes_table`, `takes_picture` or `takes_files`.
    """
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    if has_session and is_in_admin(request):
        return settings.LARGEST_UPLOAD
    with suppress(Resolver404):
        view = resolve(request.path_info).func
        if getattr(view, "takes_text", False):
            return settings.LARGEST_TEXT
        for name in ("table", "picture", "files"):
            if has_session and getattr(view, f"takes_{name}", False):
                return int(getattr(settings, f"LARGEST_{name.upper()}"))
    return settings.LARGEST_FORM


def is_too_large(request: HttpRequest) -> bool:
    """Whether a table was sent that is so large that nothing of it was read."""
    return getattr(request, "is_too_large", False)


def takes_table(view: View) -> View:
    """Mark a view to which people bring a table, which is larger than a form."""
    view.takes_table = True  # type: ignore[attr-defined]
    return view


def takes_text(view: View) -> View:
    """Mark a view to which anybody may send more than fits, which says so and keeps what it was."""
    view.takes_text = True  # type: ignore[attr-defined]
    return view


def takes_picture(view: View) -> View:
    """Mark a view to which people bring a picture of themselves."""
    view.takes_picture = True  # type: ignore[attr-defined]
    return view


def takes_files(view: View) -> View:
    """Mark a view to which people bring a few files with what they write."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


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
        language = profile.get_preferred_language()
        request.LANGUAGE_CODE = language  # of the frame around a refusal
        with override(language):
            return get_response(request)

    return middleware
