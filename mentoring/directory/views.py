"""The page of one mentor."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from mentoring.models import DirectoryPage, Profile
from mentoring.profiles.reading import may_open, reader_of, standing_of
from mentoring.profiles.showing import Shown
from portal.i18n import pages_here


@require_safe
def mentor(request: HttpRequest, code: str) -> HttpResponse:
    """Show what the reader may see of a mentor; 404 where that is nothing, or no such code."""
    profiles = Profile.objects.select_related("user", "municipality")
    profile = get_object_or_404(profiles, code=code)
    reader = reader_of(request.user, profile)
    if not may_open(profile, reader):
        raise Http404
    standing = standing_of(request.user)
    context = {
        "shown": Shown(profile, reader),
        "own": standing.profile,
        "may_join": standing.may_join,
        "profile": profile,
        "directory": pages_here(DirectoryPage).first(),
    }
    response = render(request, "mentoring/mentor.html", context)
    # It is gone at once when the person takes it back.
    add_never_cache_headers(response)
    return response
