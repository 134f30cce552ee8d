"""Projects as they stand in lists: enough of each to choose by."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import QuerySet

from portal.i18n import page_url, pages_here, written_in
from portal.media.models import Image
from portal.media.pictures import prefetch_pictures
from projects.models.project import ProjectPage

# What a card needs of a project; everything else stays in the database.
SHOWN = [
    *("title", "summary", "url_path", "alias_of_id", "live_revision_id"),
    *("start_date", "start_precision", "end_date", "end_precision", "cover_alt"),
    *(f"cover__{name}" for name in ("title", "file", "width", "height")),
    *(f"cover__focal_point_{name}" for name in ("x", "y", "width", "height")),
    *(f"cover__{name}" for name in ("taken_down", "people_shown")),
    *(f"cover__consent_{name}" for name in ("until", "withdrawn")),
]


class Card(NamedTuple):
    """A project in a list."""

    page: ProjectPage
    url: str
    cover: Image | None
    language: str


def projects_here() -> QuerySet[ProjectPage]:
    """Return the projects that a visitor meets in their language's tree, newest first."""
    here = pages_here(ProjectPage).select_related("cover").only(*SHOWN)
    return here.order_by("-start_date", "id")


def cards(projects: Iterable[ProjectPage]) -> list[Card]:
    """Return a card for each project, with the renditions of all covers in one query."""
    projects = list(projects)
    prefetch_pictures(project.cover for project in projects)
    return [_card(project) for project in projects]


def _card(project: Any) -> Card:
    url = page_url(project.url_path, project.language)
    return Card(project, url, project.shown_cover, written_in(project))


def latest_cards(count: int) -> list[Card]:
    """Return the `count` projects that began last."""
    return cards(projects_here()[:count])


def cards_in(municipality_id: int) -> list[Card]:
    """Return all projects that work in a municipality."""
    return cards(projects_here().filter(municipalities=municipality_id))
