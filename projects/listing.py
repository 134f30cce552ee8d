"""The list of projects that an address asks for, with what could be asked for instead."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import CharField, F, Value
from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.paging import requested_page
from portal.terms.models import Municipality, Organisation, Theme
from portal.terms.rows import TermRow, term_rows
from projects.cards import Card, cards, projects_here
from projects.models.period import Status
from projects.models.project import ProjectOrganisation, ProjectPage
from projects.models.roles import Role
from projects.places import Place, places

PER_PAGE = 12
MODELS = {"municipality": Municipality, "theme": Theme, "donor": Organisation}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet, and how many projects choosing it would list."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to filter by, with its choices."""

    name: str
    label: str
    choices: list[Choice]


class ProjectListing:
    """Projects filtered by the query string.

    Within a facet any chosen value will do; every facet with a chosen value must agree.
    """

    def __init__(self, query: QueryDict) -> None:
        self.query = query
        self.projects = list(projects_here())
        self.keys = _term_keys()
        self.terms = self._read_terms()
        self.values = {project.pk: self._values_of(project) for project in self.projects}

    def _read_terms(self) -> dict[str, dict[UUID, TermRow]]:
        wanted: dict[str, set[UUID]] = defaultdict(set)
        for project in self.projects:
            for name, keys in self.keys[project.pk].items():
                wanted[name] |= keys
        rows = term_rows({model: wanted[name] for name, model in MODELS.items()})
        return {
            name: {row.translation_key: row for row in rows[str(model._meta.model_name)]}
            for name, model in MODELS.items()
        }

    def _values_of(self, project: ProjectPage) -> dict[str, set[str]]:
        keys = self.keys[project.pk]
        values = {name: {self.terms[name][key].slug for key in keys[name]} for name in MODELS}
        values["status"] = {project.status.value}
        values["year"] = {str(year) for year in project.years}
        return values

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """By facet, the value and label of every choice, in the order to show them."""
        labels = {
            name: {row.slug: row.name for row in rows.values()} for name, rows in self.terms.items()
        }
        years = {year for values in self.values.values() for year in values["year"]}
        labels["status"] = {status.value: str(status.label) for status in Status}
        labels["year"] = {year: year for year in sorted(years, reverse=True)}
        return labels

    @cached_property
    def chosen(self) -> dict[str, set[str]]:
        """By facet, the values that the address asks for."""
        return {name: set(self.query.getlist(name)) - {""} for name in self.labels}

    @cached_property
    def facets(self) -> list[Facet]:
        """Every facet with the choices that lead somewhere."""
        names = {
            "municipality": _("Municipality"),
            "theme": _("Theme"),
            "donor": _("Donor"),
            "status": _("Status"),
            "year": _("Year"),
        }
        return [Facet(name, label, self._choices(name)) for name, label in names.items()]

    def _choices(self, name: str) -> list[Choice]:
        others = [self.values[project.pk] for project in self._matching(besides=name)]
        choices = []
        for value, label in self.labels[name].items():
            count = sum(value in values[name] for values in others)
            is_chosen = value in self.chosen[name]
            if count or is_chosen:
                choices.append(Choice(value, label, count, is_chosen))
        return choices

    def _matching(self, besides: str = "") -> list[ProjectPage]:
        return [
            project
            for project in self.projects
            if all(
                name == besides or not chosen or chosen & self.values[project.pk][name]
                for name, chosen in self.chosen.items()
            )
        ]

    @cached_property
    def unknown(self) -> list[str]:
        """The values in the address that no choice stands for, as they were typed."""
        return sorted(
            value
            for name, chosen in self.chosen.items()
            for value in chosen - set(self.labels[name])
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the address asks for less than everything."""
        return any(self.chosen.values())

    @cached_property
    def paginator(self) -> Paginator:
        """All pages of the list."""
        return Paginator(self._matching(), PER_PAGE)

    @cached_property
    def page(self) -> Page | None:
        """The page of the list that the address asks for; None if there is no such page."""
        return requested_page(self.paginator, self.query)

    @cached_property
    def cards(self) -> list[Card]:
        """The projects to show."""
        return cards(self.page.object_list) if self.page else []

    @property
    def status_code(self) -> HTTPStatus:
        """404 where the address asks for something that is not there."""
        is_missing = self.unknown or self.page is None
        return HTTPStatus.NOT_FOUND if is_missing else HTTPStatus.OK

    def page_url(self, number: int) -> str:
        """Return the query string of another page of the same list."""
        query = self.query.copy()
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    def url_without(self, name: str, value: str) -> str:
        """Return the query string of the same list with one filter taken off."""
        query = self.query.copy()
        query.pop("page", None)
        query.setlist(name, [kept for kept in query.getlist(name) if kept != value])
        return f"?{query.urlencode()}"

    @cached_property
    def places(self) -> list[Place]:
        """The municipalities that the projects work in, for the map."""
        return places(self.terms["municipality"].values())


def _term_keys() -> dict[int, dict[str, set[UUID]]]:
    """Return each project's terms by project id and facet, with one query."""
    pairs = [
        _pairs("municipality", ProjectPage.municipalities.through.objects, "projectpage_id"),
        _pairs("theme", ProjectPage.themes.through.objects, "projectpage_id"),
        _pairs(
            "donor",
            ProjectOrganisation.objects.filter(role=Role.DONOR),
            "page_id",
            "organisation",
        ),
    ]
    keys: dict[int, dict[str, set[UUID]]] = defaultdict(lambda: defaultdict(set))
    for name, project_id, key in pairs[0].union(*pairs[1:]):
        keys[project_id][name].add(key)
    return keys


def _pairs(name: str, rows: Any, project: str, term: str = "") -> Any:
    facet = Value(name, output_field=CharField())
    key = F(f"{term or name}__translation_key")
    return rows.order_by().annotate(facet=facet).values_list("facet", project, key)
