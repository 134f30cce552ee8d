"""Views of the ground floor: leaving quickly, robots, the sitemap, the gallery, errors."""

from typing import Any

from django.contrib.auth import logout
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from portal.frame import Frame
from portal.furniture.models import Furniture
from portal.i18n import absolute


@csrf_exempt  # Leaving must never fail; all that a forged request could do is sign somebody out.
@require_POST
@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """End the session and send the visitor to the neutral site, forgetting what was stored."""
    furniture = Furniture.objects.current() or Furniture()
    logout(request)
    response = HttpResponse(status=303, headers={"Location": furniture.leave_url})
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@require_GET
def robots(request: HttpRequest) -> HttpResponse:
    """Let robots read everything public, and name the sitemap."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        f"Sitemap: {absolute('/sitemap.xml', request)}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """Show every component with its states, for those who build pages."""
    context = {
        "frame": Frame(request, view_name="components"),
        "content_language": get_language(),
        "list_page": Paginator(range(90), 10).page(4),
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "portal/gallery.html", context)


def error(request: HttpRequest, status: int) -> HttpResponse:
    """Return the page for an error, in the visitor's language and with ways to go on."""
    context = {
        "frame": Frame(request),
        "content_language": get_language(),
        "status": status,
    }
    return render(request, "errors/error.html", context, status=status)


def page_not_found(request: HttpRequest, exception: Any) -> HttpResponse:
    """Answer 404."""
    return error(request, 404)


def permission_denied(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer 403."""
    return error(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 to a form that was sent without its token."""
    return error(request, 403)


def bad_request(request: HttpRequest, exception: Any) -> HttpResponse:
    """Answer 400 without asking the request anything: its host may be wrong."""
    return render(request, "errors/bare.html", {"status": 400}, status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 without the database, which may be what failed."""
    return render(request, "errors/bare.html", {"status": 500}, status=500)
