"""The list of resources that an address asks for, with what could be asked for instead."""

from collections import defaultdict
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from knowledgebase.models.resource import (
    FileLanguage,
    ResourceFile,
    ResourceKind,
    ResourcePage,
)
from knowledgebase.text.alphabet import sort_key
from portal.i18n import page_url, pages_here, written_in
from portal.terms.listing import TermFacet, TermListing
from portal.terms.models import Need, Theme

SHOWN = [
    *("title", "summary", "url_path", "alias_of_id", "live_revision_id"),
    *("kind", "year", "review_by"),
]


class ResourceCard(NamedTuple):
    """A resource in a list, with the languages of its files."""

    page: ResourcePage
    url: str
    language: str
    file_languages: list[FileLanguage]


class ResourceListing(TermListing):
    """Resources by kind, theme, need, language of the file and year."""

    @cached_property
    def rows(self) -> list[Any]:
        """All resources in the visitor's tree, newest first, those of a year by their titles."""
        language = get_language() or ""
        rows = pages_here(ResourcePage).order_by("pk").only(*SHOWN)
        return sorted(rows, key=lambda row: (-(row.year or 0), sort_key(row.title, language)))

    @cached_property
    def files(self) -> dict[int, list[FileLanguage]]:
        """The languages of each resource's files, by its id."""
        languages: dict[int, list[FileLanguage]] = defaultdict(list)
        rows = ResourceFile.objects.filter(page__in=[row.pk for row in self.rows])
        for page_id, language in rows.order_by("sort_order").values_list("page_id", "language"):
            languages[page_id].append(FileLanguage(language))
        return languages

    @property
    def term_facets(self) -> dict[str, TermFacet]:
        """The terms to filter by."""
        themes, needs = ResourcePage.themes.through.objects, ResourcePage.needs.through.objects
        return {
            "theme": TermFacet(Theme, themes.all(), "resourcepage_id", "theme"),
            "need": TermFacet(Need, needs.all(), "resourcepage_id", "need"),
        }

    @property
    def facet_labels(self) -> dict[str, str]:
        """The facets by name."""
        return {
            "kind": _("Kind"),
            "need": _("Need"),
            "theme": _("Theme"),
            "language": _("Language of the file"),
            "year": _("Year"),
        }

    def values_of(self, row: Any) -> dict[str, set[str]]:
        """Return by facet the values that the resource is found by."""
        return {
            **self.terms_of(row),
            "kind": {row.kind},
            "language": {language.value for language in self.files[row.pk]},
            "year": {str(row.year)} if row.year else set(),
        }

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """By facet, the value and label of every choice, in the order to show them."""
        return {
            **self.term_labels,
            "kind": {kind.value: str(kind.label) for kind in ResourceKind},
            "language": {language.value: str(language.label) for language in FileLanguage},
            "year": self.year_labels,
        }

    @cached_property
    def cards(self) -> list[ResourceCard]:
        """The resources to show."""
        return [self._card(row) for row in self.page.object_list] if self.page else []

    def _card(self, row: Any) -> ResourceCard:
        url = page_url(row.url_path, row.language)
        return ResourceCard(row, url, written_in(row), self.files[row.pk])
