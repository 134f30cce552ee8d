"""Projects as they stand in lists: enough of each to choose by."""

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import get_language

from portal.i18n import is_placeholder, is_restricted, page_url
from portal.media.models import Image
from portal.media.pictures import prefetch_pictures
from projects.models.project import ProjectPage


class Card(NamedTuple):
    """A project in a list."""

    page: ProjectPage
    url: str
    cover: Image | None
    language: str


def projects_here() -> QuerySet[ProjectPage]:
    """Return the projects that a visitor meets in their language's tree, newest first."""
    here = ProjectPage.objects.live().filter(~is_restricted(), locale__language_code=get_language())
    return (
        here.select_related("alias_of__locale", "locale", "cover")
        .order_by("-start_date", "id")
        .defer_streamfields()
    )


def cards(projects: Iterable[ProjectPage]) -> list[Card]:
    """Return a card for each project, with the renditions of all covers in one query."""
    projects = list(projects)
    prefetch_pictures(project.cover for project in projects)
    return [_card(project) for project in projects]


def _card(project: ProjectPage) -> Card:
    url = page_url(project.url_path, project.locale.language_code)
    return Card(project, url, project.cover, _written_in(project))


def _written_in(project: ProjectPage) -> str:
    if project.alias_of:
        return project.alias_of.locale.language_code
    return settings.LANGUAGE_CODE if is_placeholder(project) else project.locale.language_code


def latest_cards(count: int) -> list[Card]:
    """Return the `count` projects that began last."""
    return cards(projects_here()[:count])


def cards_in(municipality_id: int) -> list[Card]:
    """Return all projects that work in a municipality."""
    return cards(projects_here().filter(municipalities=municipality_id))
