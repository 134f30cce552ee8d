"""Views of the ground floor: leaving quickly, robots."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

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
        "Disallow: /*/pdf/",
        f"Sitemap: {absolute('/sitemap.xml', request)}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain")
