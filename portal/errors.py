"""The pages for what went wrong, in the visitor's language and with ways to go on."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from wagtail.models import Page

from portal.frame import Frame
from portal.media.stores import StoreError
from portal.quotas import ForNowError


def error(request: HttpRequest, status: int, problem: str = "") -> HttpResponse:
    """Return the page for an error, in the visitor's language and with ways to go on.

    `problem` tells apart what has the same status.
    """
    # What was to be shown may be what nobody may see: the frame names no page.
    request.frame = Frame(request)  # type: ignore[attr-defined]
    context = {"status": status, "problem": problem}
    return render(request, "errors/error.html", context, status=status)


def page_not_found(request: HttpRequest, exception: Any) -> HttpResponse:
    """Answer 404."""
    return error(request, 404)


def permission_denied(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer 403; what was raised may say which problem of `error` it is."""
    return error(request, 403, str(exception or ""))


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """Answer 429."""
    return refuse_for_now(request, 429, 60)


def refuse_for_now(
    request: HttpRequest, status: int, seconds: int, problem: str = ""
) -> HttpResponse:
    """Answer with the page for an error that passes, after so many seconds at most."""
    response = error(request, status, problem)
    response["Retry-After"] = str(seconds)
    response._has_been_logged = True  # type: ignore[attr-defined]  # no fault of the server
    add_never_cache_headers(response)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 to a form sent without its token, 405 where the page takes no form at all."""
    return refused_method(request) or error(request, 403)


def document_withheld(request: HttpRequest, is_waiting: bool) -> HttpResponse:
    """Answer 503 for a document that is still being checked, 410 for one that failed."""
    if is_waiting:
        return refuse_for_now(request, 503, 60)
    response = error(request, 410)
    add_never_cache_headers(response)
    return response


class TellWhatPasses:
    """Answers for what is refused for now: a store that fails, too much of one, or of all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Answer for what was logged where it was needed; any other fault is not ours."""
        if isinstance(fault, StoreError):
            return refuse_for_now(request, 503, 60, "store")
        if isinstance(fault, ForNowError):
            return refuse_for_now(request, fault.status, fault.seconds, fault.name)
        return None


def refused_method(request: HttpRequest) -> HttpResponse | None:
    """Return how the addressed page refuses the method; None where it does not, or is none."""
    match = request.resolver_match
    if not match or match.url_name != "wagtail_serve":
        return None
    page = Page.find_for_request(request, *match.args)
    return page and page.check_request_method(request)


def bad_request(request: HttpRequest, exception: Any) -> HttpResponse:
    """Answer 400 without asking the request anything: its host may be wrong."""
    return render(request, "errors/bare.html", {"status": 400}, status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 without the database, which may be what failed."""
    return render(request, "errors/bare.html", {"status": 500}, status=500)
