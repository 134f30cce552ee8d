"""The list of projects that an address asks for, with what could be asked for instead."""

from functools import cached_property

from django.utils.translation import gettext as _

from portal.terms.listing import TermFacet, TermListing
from portal.terms.models import Municipality, Organisation, Theme
from projects.cards import Card, cards, projects_here
from projects.models.period import Status
from projects.models.project import ProjectOrganisation, ProjectPage
from projects.models.roles import Role
from projects.places import Place, places


class ProjectListing(TermListing):
    """Projects by municipality, theme, donor, status and year."""

    @cached_property
    def rows(self) -> list[ProjectPage]:
        """All projects in the visitor's tree, newest first."""
        return list(projects_here())

    @property
    def term_facets(self) -> dict[str, TermFacet]:
        """The terms to filter by."""
        municipalities = ProjectPage.municipalities.through.objects.all()
        themes = ProjectPage.themes.through.objects.all()
        donors = ProjectOrganisation.objects.filter(role=Role.DONOR)
        return {
            "municipality": TermFacet(
                Municipality, municipalities, "projectpage_id", "municipality"
            ),
            "theme": TermFacet(Theme, themes, "projectpage_id", "theme"),
            "donor": TermFacet(Organisation, donors, "page_id", "organisation"),
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
        return {
            **self.terms_of(row),
            "status": {row.status.value},
            "year": {str(year) for year in row.years},
        }

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """By facet, the value and label of every choice, in the order to show them."""
        return {
            **self.term_labels,
            "status": {status.value: str(status.label) for status in Status},
            "year": self.year_labels,
        }

    @cached_property
    def cards(self) -> list[Card]:
        """The projects to show."""
        return cards(self.page.object_list) if self.page else []

    @cached_property
    def places(self) -> list[Place]:
        """The municipalities that the projects work in, for the map."""
        return places(self.terms["municipality"].values())
