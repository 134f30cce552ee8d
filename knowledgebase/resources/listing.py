"""The list of resources that an address asks for, with what could be asked for instead."""

from collections import defaultdict
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, F, Value
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
from portal.listing import Listing
from portal.terms.models import Need, Theme
from portal.terms.rows import TermRow, term_rows

TERMS = {"theme": Theme, "need": Need}
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


class ResourceListing(Listing):
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

    @cached_property
    def keys(self) -> dict[int, dict[str, set[UUID]]]:
        """Each resource's terms by its id and facet."""
        keys: dict[int, dict[str, set[UUID]]] = defaultdict(lambda: defaultdict(set))
        themes = _pairs("theme", ResourcePage.themes.through)
        for name, page_id, key in themes.union(_pairs("need", ResourcePage.needs.through)):
            keys[page_id][name].add(key)
        return keys

    @cached_property
    def terms(self) -> dict[str, dict[UUID, TermRow]]:
        """The terms of all resources by facet and translation key."""
        wanted: dict[str, set[UUID]] = defaultdict(set)
        for row in self.rows:
            for name, keys in self.keys[row.pk].items():
                wanted[name] |= keys
        rows = term_rows({model: wanted[name] for name, model in TERMS.items()})
        return {name: {row.translation_key: row for row in rows[name]} for name in TERMS}

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
        keys = self.keys[row.pk]
        values = {name: {self.terms[name][key].slug for key in keys[name]} for name in TERMS}
        values["kind"] = {row.kind}
        values["language"] = {language.value for language in self.files[row.pk]}
        values["year"] = {str(row.year)} if row.year else set()
        return values

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """By facet, the value and label of every choice, in the order to show them."""
        years = {year for values in self.values.values() for year in values["year"]}
        terms = {
            name: {row.slug: row.name for row in rows.values()} for name, rows in self.terms.items()
        }
        return {
            **terms,
            "kind": {kind.value: str(kind.label) for kind in ResourceKind},
            "language": {language.value: str(language.label) for language in FileLanguage},
            "year": {year: year for year in sorted(years, reverse=True)},
        }

    @cached_property
    def cards(self) -> list[ResourceCard]:
        """The resources to show."""
        return [self._card(row) for row in self.page.object_list] if self.page else []

    def _card(self, row: Any) -> ResourceCard:
        url = page_url(row.url_path, row.language)
        return ResourceCard(row, url, written_in(row), self.files[row.pk])


def _pairs(name: str, relation: Any) -> Any:
    facet = Value(name, output_field=CharField())
    rows = relation.objects.order_by().annotate(facet=facet)
    return rows.values_list("facet", "resourcepage_id", F(f"{name}__translation_key"))
