"""Hands out the pictures that shared links show, each drawn once."""

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe
from wagtail.models import Page

from portal.furniture.models import Furniture
from portal.inputs import row_number
from portal.readable import readable
from portal.sharing.subjects import NEUTRAL, SITE, Subject, subject_of

KEPT = 30 * 24 * 3600  # seconds that a drawn picture is kept
HELD = 3600  # seconds that browsers hold it, as those of photographs


@require_safe
def share_picture(request: HttpRequest, place: str, digest: str) -> HttpResponse:
    """Answer with the picture of a page that anybody may read; an old address leads to the new."""
    subject = _subject(place)
    if subject.digest != digest:
        return redirect(subject.url)
    key = f"share-{digest}"
    drawn = cache.get(key)
    if drawn is None:
        drawn = subject.draw()
        cache.set(key, drawn, KEPT)
    response = HttpResponse(drawn, content_type="image/png")
    response["Cache-Control"] = f"public, max-age={HELD}"
    return response


def _subject(place: str) -> Subject:
    furniture = Furniture.objects.current() or Furniture()
    if place in (SITE, NEUTRAL):
        return subject_of(None, furniture, is_neutral=place == NEUTRAL)
    page = Page.objects.filter(readable(), pk=row_number(place)).first()
    if page is None:
        raise Http404
    return subject_of(page.specific, furniture)
