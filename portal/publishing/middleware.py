"""Tells the person in the admin what the gate refused, whichever door it was."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin import messages

from portal.publishing.refusals import RefusedError


class TellRefusals:
    """Turns a refusal into a message on the page that the person came from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a refusal; any other fault is not ours."""
        if not isinstance(error, RefusedError):
            return None
        text = " ".join(error.messages)
        if request.headers.get("accept", "").startswith("application/json"):
            return JsonResponse({"error": text}, status=409)
        messages.error(request, text)
        back = came_from(request)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": back})
        return redirect(back)


def came_from(request: HttpRequest) -> str:
    """Return the page of ours that the person came from, if it is known."""
    referrer = request.headers.get("referer", "")
    is_ours = url_has_allowed_host_and_scheme(
        referrer, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return referrer if referrer and is_ours else reverse("wagtailadmin_home")
