"""What a search finds, newest first, for those who follow it in a feed reader."""

import datetime
from dataclasses import replace

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import make_aware
from markupsafe import escape

from portal.frame import Frame
from search.engines import Order
from search.find import Wanted
from search.listing import SearchListing
from search.results import Result

LENGTH = 30
# XML has no way to write these.
CONTROLS = dict.fromkeys([*range(32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], " ")


def newest(wanted: Wanted) -> Wanted:
    """Return what a feed of the same search shows."""
    return replace(wanted, order=Order.NEWEST, first=0, size=LENGTH)


def atom(listing: SearchListing, results: list[Result], frame: Frame) -> str:
    """Return the feed; a result without a date is no news and left out."""
    query = listing.query.urlencode()
    feed = Atom1Feed(
        title=f"{listing.text} – {frame.furniture.name}",
        link=frame.absolute(f"{reverse('search')}?{query}"),
        feed_url=frame.absolute(f"{reverse('search_feed')}?{query}"),
        description=None,
        language=listing.language,
        author_name=frame.furniture.name,
    )
    for result in results:
        if day := result.entry.date:
            text = result.excerpt.html.striptags() if result.excerpt else ""
            feed.add_item(
                title=result.entry.title.translate(CONTROLS),
                link=frame.absolute(result.url),
                unique_id=frame.absolute(result.stable_url),
                description=str(escape(text.translate(CONTROLS))),
                updateddate=make_aware(datetime.datetime.combine(day, datetime.time.min)),
            )
    return feed.writeString("utf-8")
