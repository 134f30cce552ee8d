"""Lists of pages that are filtered by their terms."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, F, Model, QuerySet, Value

from portal.listing import Listing
from portal.terms.models import Term
from portal.terms.rows import TermRow, term_rows

Keys = dict[int, dict[str, set[UUID]]]


class TermFacet(NamedTuple):
    """Terms to filter by; `page` and `term` are the columns of the rows that join the two."""

    model: type[Term]
    rows: QuerySet[Any]
    page: str
    term: str


def keys_by_page(facets: Mapping[str, TermFacet]) -> Keys:
    """Return the translation keys of each page's terms by page id and facet, with one query."""
    queries = [
        facet.rows.order_by()
        .annotate(facet=Value(name, output_field=CharField()))
        .values_list("facet", facet.page, F(f"{facet.term}__translation_key"))
        for name, facet in facets.items()
    ]
    keys: Keys = defaultdict(lambda: defaultdict(set))
    for name, page_id, key in queries[0].union(*queries[1:]):
        keys[page_id][name].add(key)
    return keys


def terms_by_key(facets: Mapping[str, TermFacet], keys: Keys) -> dict[str, dict[UUID, TermRow]]:
    """Return the terms by facet and translation key, sorted by name, with one query."""
    wanted: dict[type[Model], set[UUID]] = {
        facet.model: set().union(*(of_page[name] for of_page in keys.values()))
        for name, facet in facets.items()
    }
    rows = term_rows(wanted)
    return {
        name: {row.translation_key: row for row in rows[str(facet.model._meta.model_name)]}
        for name, facet in facets.items()
    }


class TermListing(Listing):
    """Pages that are found by their terms, each term by its slug."""

    @property
    def term_facets(self) -> dict[str, TermFacet]:
        """The terms to filter by."""
        raise NotImplementedError

    @cached_property
    def keys(self) -> Keys:
        """The translation keys of each page's terms by page id and facet."""
        return keys_by_page(self.term_facets)

    @cached_property
    def terms(self) -> dict[str, dict[UUID, TermRow]]:
        """The terms of all pages in the list by facet and translation key."""
        return terms_by_key(self.term_facets, {row.pk: self.keys[row.pk] for row in self.rows})

    def terms_of(self, row: Any) -> dict[str, set[str]]:
        """Return the slugs of a page's terms by facet."""
        return {
            name: {terms[key].slug for key in self.keys[row.pk][name]}
            for name, terms in self.terms.items()
        }

    @property
    def term_labels(self) -> dict[str, dict[str, str]]:
        """The names of the terms by facet and slug."""
        return {
            name: {row.slug: row.name for row in terms.values()}
            for name, terms in self.terms.items()
        }

    @property
    def year_labels(self) -> dict[str, str]:
        """The years that any row is found by, the last first."""
        years = {year for values in self.values.values() for year in values["year"]}
        return {year: year for year in sorted(years, reverse=True)}
