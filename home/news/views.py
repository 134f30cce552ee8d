"""Atom feeds of all news, of those of a project, and of those in a municipality."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.models import NewsIndexPage
from portal.feeds import LENGTH, Entry, atom, respond
from portal.frame import frame_of
from portal.i18n import page_url, pages_here
from portal.readable import is_placeholder_row
from projects.models import MunicipalityPage, ProjectPage
from projects.news import News, all_news, newest, news_in, news_of, read


@require_safe
def news_feed(request: HttpRequest) -> HttpResponse:
    """Return the feed of all news in this language."""
    page = get_object_or_404(pages_here(NewsIndexPage)[:1])
    return feed_of(request, page, all_news())


@require_safe
def project_feed(request: HttpRequest, key: UUID) -> HttpResponse:
    """Return the updates of a project and the news about it."""
    page = get_object_or_404(pages_here(ProjectPage), translation_key=key)
    return feed_of(request, page, news_of(page))


@require_safe
def municipality_feed(request: HttpRequest, key: UUID) -> HttpResponse:
    """Return the news about a municipality, and what its projects tell."""
    page = get_object_or_404(pages_here(MunicipalityPage), translation_key=key)
    return feed_of(request, page, news_in(page.municipality_id))


def feed_of(request: HttpRequest, page: Any, kinds: Iterable[QuerySet[Any]]) -> HttpResponse:
    """Return the feed of what stands on a page; what is not translated yet is no news here."""
    translated = [pages.filter(~is_placeholder_row()) for pages in kinds]
    content = atom(
        frame_of(request),
        title=page.title,
        url=page_url(page.url_path, page.language),
        feed_url=request.path,
        entries=entries(read(newest(translated)[:LENGTH])),
    )
    return respond(content)


def entries(rows: Iterable[News]) -> Iterator[Entry]:
    """Yield what a feed says of each: its day, and when its words here were last published."""
    for row in rows:
        day = timezone.make_aware(datetime.datetime.combine(row.date, datetime.time.min))
        stable = f"{reverse('stable', args=[row.translation_key])}#{row.language}"
        updated = row.last_published_at or day
        yield Entry(row.title, row.url, stable, row.summary, updated, day)
