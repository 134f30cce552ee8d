"""The suggestions, as the list that the search form shows below itself."""

import time
from http import HTTPStatus

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from portal.middleware import cleans_query
from search.cries.lists import is_cry
from search.suggestions import CACHE_SECONDS, suggest

# Of the whole site, so that nobody needs to be told from anybody else; forms work without.
MOST_A_SECOND = 50


@cleans_query
@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Answer with what may be meant by `q`; with 429 where the site is asked too often."""
    if is_busy():
        return HttpResponse(
            status=HTTPStatus.TOO_MANY_REQUESTS,
            headers={"Cache-Control": "no-store", "Retry-After": "1"},
        )
    text = request.GET.get("q", "")
    found = suggest(text, get_language())
    keep = "no-store" if is_cry(text) else f"public, max-age={CACHE_SECONDS}"
    return HttpResponse(
        render_to_string("search/suggestions.html", {"suggestions": found}),
        headers={
            "Cache-Control": keep,
            "X-Robots-Tag": "noindex",
        },
    )


def is_busy() -> bool:
    """Whether more answers were asked for in this second than the site gives."""
    key = f"search:suggested:{int(time.time())}"
    cache.add(key, 0, timeout=2)
    try:
        return cache.incr(key) > MOST_A_SECOND
    except ValueError:  # a full cache let it go
        return False
