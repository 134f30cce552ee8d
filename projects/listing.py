"""The list of projects that an address asks for, with what could be asked for instead."""

from collections import defaultdict
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Value
from django.utils.translation import gettext as _

from portal.listing import Listing
from portal.terms.models import Municipality, Organisation, Theme
from portal.terms.rows import TermRow, term_rows
from projects.cards import Card, cards, projects_here
from projects.models.period import Status
from projects.models.project import ProjectOrganisation, ProjectPage
from projects.models.roles import Role
from projects.places import Place, places

MODELS = {"municipality": Municipality, "theme": Theme, "donor": Organisation}


class ProjectListing(Listing):
    """Projects by municipality, theme, donor, status and year."""

    @cached_property
    def rows(self) -> list[ProjectPage]:
        """All projects in the visitor's tree, newest first."""
        return list(projects_here())

    @cached_property
    def keys(self) -> dict[int, dict[str, set[UUID]]]:
        """Each project's terms by project id and facet."""
        return _term_keys()

    @cached_property
    def terms(self) -> dict[str, dict[UUID, TermRow]]:
        """The terms of all projects by facet and translation key."""
        wanted: dict[str, set[UUID]] = defaultdict(set)
        for project in self.rows:
            for name, keys in self.keys[project.pk].items():
                wanted[name] |= keys
        rows = term_rows({model: wanted[name] for name, model in MODELS.items()})
        return {
            name: {row.translation_key: row for row in rows[str(model._meta.model_name)]}
            for name, model in MODELS.items()
        }

    @property
    def facet_labels(self) -> dict[str, str]:
        """The facets by name."""
        return {
            "municipality": _("Municipality"),
            "theme": _("Theme"),
            "donor": _("Donor"),
            "status": _("Status"),
            "year": _("Year"),
        }

    def values_of(self, row: ProjectPage) -> dict[str, set[str]]:
        """Return by facet the values that the project is found by."""
        keys = self.keys[row.pk]
        values = {name: {self.terms[name][key].slug for key in keys[name]} for name in MODELS}
        values["status"] = {row.status.value}
        values["year"] = {str(year) for year in row.years}
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
    def cards(self) -> list[Card]:
        """The projects to show."""
        return cards(self.page.object_list) if self.page else []

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
