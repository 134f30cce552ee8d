"""The mentors who fit a mentee, with the reasons."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from mentoring.matching.suggestions import suggestions
from mentoring.models import DirectoryPage
from mentoring.profiles.reading import members, mine
from portal.i18n import pages_here


@require_safe
@members
def suggested(request: HttpRequest) -> HttpResponse:
    """Show a member who fits best and why; who looks for no mentor is led to their profile."""
    own = mine(request)
    context = {
        "own": own,
        "suggestions": suggestions(own) if own.is_mentee else [],
        "directory": pages_here(DirectoryPage).first(),
    }
    response = render(request, "mentoring/suggestions.html", context)
    add_never_cache_headers(response)
    return response
