"""Atom feeds (RFC 4287), with what XML cannot write left out."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from markupsafe import escape

from portal.frame import Frame

# XML has no way to write these.
CONTROLS = dict.fromkeys([*range(32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], " ")
LENGTH = 30  # entries


class Entry(NamedTuple):
    """What a feed says of one page; addresses are paths of ours, `text` is plain."""

    title: str
    url: str
    stable_url: str
    text: str
    updated: datetime.datetime
    published: datetime.datetime | None = None


def atom(frame: Frame, *, title: str, url: str, feed_url: str, entries: Iterable[Entry]) -> str:
    """Return the feed of what stands at `url`, in the visitor's language."""
    feed = Atom1Feed(
        title=f"{title} – {frame.furniture.name}".translate(CONTROLS),
        link=frame.absolute(url),
        feed_url=frame.absolute(feed_url),
        description=None,
        language=frame.language,
        author_name=frame.furniture.name,
    )
    for entry in entries:
        feed.add_item(
            title=entry.title.translate(CONTROLS),
            link=frame.absolute(entry.url),
            unique_id=frame.absolute(entry.stable_url),
            description=str(escape(entry.text.translate(CONTROLS))),
            updateddate=entry.updated,
            pubdate=entry.published,
        )
    return feed.writeString("utf-8")


def respond(content: str, status: int = 200) -> HttpResponse:
    """Return a feed as programs ask for it."""
    return HttpResponse(
        content,
        content_type="application/atom+xml; charset=utf-8",
        status=status,
        headers={"X-Robots-Tag": "noindex"},
    )
