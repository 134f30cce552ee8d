"""The search page, and the feed of any search."""

from itertools import chain

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from portal.feeds import respond
from portal.frame import Frame, frame_of
from portal.listing import renamed
from portal.middleware import cleans_query
from search.asked import note
from search.feed import newest, search_atom
from search.find import find
from search.groups import groups, ids_by_kind
from search.listing import SearchListing
from search.promotions import promotions_for
from search.results import best_bets, results


class SearchResponse(TemplateResponse):
    """The page of a search, which is counted once the visitor has it: nobody waits for that."""

    listing: SearchListing | None = None

    def close(self) -> None:
        """Count the search, if it is to be counted."""
        listing, self.listing = self.listing, None
        if listing and not listing.found.is_fallback:
            found = listing.found
            note(listing.text, listing.language, 0 if found.corrected else found.total)
        super().close()


@cleans_query
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what answers `q`, in the visitor's language."""
    listing = SearchListing(request.GET)
    if now := renamed(request, listing):
        return now
    context = {"listing": listing, **_shown(listing, frame_of(request))}
    response = SearchResponse(request, "search/search.html", context, status=listing.status_code)
    if request.GET:
        response["X-Robots-Tag"] = "noindex"
    response.listing = listing if _is_typed(request) else None
    return response


@cleans_query
@require_safe
def search_feed(request: HttpRequest) -> HttpResponse:
    """Return the same search as an Atom feed."""
    listing = SearchListing(request.GET)
    found = find(newest(listing.wanted))
    frame = frame_of(request)
    content = search_atom(listing, results(found.ids, found.query, frame), frame)
    return respond(content, 404 if listing.unknown else 200)


def _shown(listing: SearchListing, frame: Frame) -> dict[str, list]:
    """Return the results, in groups or in one list, below what editors put above them."""
    notes = promotions_for(listing.text, listing.language) if listing.is_plain else {}
    frame.link(notes)
    ids = [*chain(*ids_by_kind(listing).values())] if listing.is_grouped else listing.ids
    shown = results(ids, listing.found.query, frame)
    bets = best_bets(notes, frame)
    promoted = {bet.page.url for bet in bets}
    shown = [result for result in shown if result.url not in promoted]
    return {
        "best_bets": bets,
        "results": shown,
        "groups": groups(shown, listing) if listing.is_grouped else [],
    }


def _is_typed(request: HttpRequest) -> bool:
    """Whether somebody typed this; filters, pages and the like are asked for by links of ours."""
    return request.method == "GET" and [*request.GET] == ["q"]
