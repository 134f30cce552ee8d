"""What a search finds, newest first, for those who follow it in a feed reader."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from django.urls import reverse
from django.utils.timezone import make_aware

from portal.feeds import LENGTH, Entry, atom
from portal.frame import Frame
from search.engines import Order
from search.find import Wanted
from search.listing import SearchListing
from search.results import Result


def newest(wanted: Wanted) -> Wanted:
    """Return what a feed of the same search shows."""
    return replace(wanted, order=Order.NEWEST, first=0, size=LENGTH)


def search_atom(listing: SearchListing, results: list[Result], frame: Frame) -> str:
    """Return the feed; a result without a date is no news and left out."""
    query = listing.query.urlencode()
    return atom(
        frame,
        title=listing.text,
        url=f"{reverse('search')}?{query}",
        feed_url=f"{reverse('search_feed')}?{query}",
        entries=_entries(results),
    )


def _entries(results: list[Result]) -> Iterator[Entry]:
    for result in results:
        if day := result.entry.date:
            text = result.excerpt.html.striptags() if result.excerpt else ""
            updated = make_aware(datetime.datetime.combine(day, datetime.time.min))
            yield Entry(result.entry.title, result.url, result.stable_url, text, updated)
