"""News: updates of projects and the news pages of the room above, in one list by one query."""

import datetime
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.db.models import F, QuerySet
from django.db.models.functions import Length, Substr
from wagtail.models import Page

from portal.i18n import page_url, pages_here, written_in
from projects.models.update import ProjectUpdatePage


class News(NamedTuple):
    """A news page or an update of a project, as it stands in lists and feeds."""

    id: int
    title: str
    summary: str
    date: datetime.date
    url_path: str
    translation_key: UUID
    alias_of_id: int | None
    live_revision_id: int | None
    last_published_at: datetime.datetime | None
    language: str
    language_of_original: str | None

    @property
    def url(self) -> str:
        """The address without the host."""
        return page_url(self.url_path, self.language)

    @property
    def written_in(self) -> str:
        """The language of its title and summary."""
        return written_in(self)


def all_news() -> list[QuerySet[Any]]:
    """Return both kinds of news in the visitor's tree."""
    return [pages_here(_news_pages()), pages_here(ProjectUpdatePage)]


def news_of(project: Page) -> list[QuerySet[Any]]:
    """Return the updates of a project and the news about it, in the tree that it stands in."""
    same = {"locale": project.locale_id}
    about = pages_here(_news_pages(), **same)
    below = {"path__startswith": project.path, "depth": project.depth + 1}
    return [
        about.filter(projects__translation_key=project.translation_key),
        pages_here(ProjectUpdatePage, **same).filter(**below),
    ]


def news_in(municipality_id: int) -> list[QuerySet[Any]]:
    """Return the news about a municipality and the updates of projects that work there."""
    projects = apps.get_model("projects.ProjectPage").objects
    about, updates = all_news()
    above = Substr("path", 1, Length(F("path")) - Page.steplen)
    here = projects.filter(municipalities=municipality_id).values("path")
    return [
        about.filter(municipalities=municipality_id),
        updates.alias(path_above=above).filter(path_above__in=here),
    ]


def newest(kinds: Iterable[QuerySet[Any]]) -> QuerySet[Any, Any]:
    """Return the values of `News`, the last day first, to be counted, cut and read."""
    first, *others = (pages.order_by().values_list(*News._fields) for pages in kinds)
    return first.union(*others, all=True).order_by("-date", "-id")


def read(values: Iterable[Any]) -> list[News]:
    """Return news from their values."""
    return [News(*row) for row in values]


def _news_pages() -> Any:
    return apps.get_model("home.NewsPage")
