"""The results that an address asks for, with what could be asked for instead."""

import re
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.languages import language_names
from portal.listing import Choice, Listing
from portal.paging import requested_page
from search.cries.lists import is_cry
from search.engines import Order
from search.facets import facet_labels, kind_labels, term_labels
from search.find import MOST_RESULTS, PER_PAGE, Found, Wanted, find
from search.query.parse import clean
from search.ranking import CHOICE

YEAR = re.compile(r"[12][0-9]{3}")
MAIN_KINDS = 3
# Every choice has a link that repeats all others.
MOST_VALUES = 100
# The share of all results from which one kind hides the others.
DOMINANT = 0.7


class Sort(TextChoices):
    """How results are sorted."""

    RELEVANCE = Order.RELEVANCE.value, _("best match first")
    NEWEST = Order.NEWEST.value, _("newest first")
    OLDEST = Order.OLDEST.value, _("oldest first")


class View(TextChoices):
    """How results stand below each other."""

    KINDS = "kinds", _("By kind")
    LIST = "list", _("One list")


class SearchListing(Listing):
    """What is found by `q`, filtered, sorted and paged."""

    sorts = Sort
    views = View

    def __init__(self, query: QueryDict) -> None:
        """Read the address; raise `BadRequest` for endless filters."""
        super().__init__(query)
        self.language = get_language() or ""
        self.text = clean(query.get("q", ""))
        self.is_literal = "exact" in query
        if sum(map(len, self.chosen.values())) > MOST_VALUES:
            raise BadRequest("more filters than anybody chooses")

    @property
    def wanted(self) -> Wanted:
        """What to find; of the best results more than are shown, for they cost nothing more."""
        # Whether the list has such a page is only known once it is found.
        page = requested_page(Paginator(range(MOST_RESULTS), PER_PAGE), self.query)
        first = page.start_index() - 1 if page else 0
        is_start = self.sort == Sort.RELEVANCE and not first
        return Wanted(
            self.text,
            self.language,
            self.known_values,
            Order(self.sort.value),
            first,
            CHOICE if is_start else PER_PAGE,
            is_literal=self.is_literal,
            is_urgent=self.is_cry,
        )

    @cached_property
    def is_cry(self) -> bool:
        """Whether the visitor needs help rather than results; nothing is respelt then."""
        return is_cry(self.text)

    @cached_property
    def found(self) -> Found:
        """What the index says."""
        return find(self.wanted)

    @property
    def facet_labels(self) -> dict[str, str]:
        """The facets by name."""
        return facet_labels()

    @cached_property
    def fixed_labels(self) -> dict[str, dict[str, str]]:
        """By facet, the value and label of every choice, but for the years."""
        return {"kind": kind_labels(), "language": language_names(), **term_labels()}

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """By facet, the value and label of every choice, in the order to show them."""
        years = {*self.found.counts.get("year", ()), *self.known_values.get("year", ())}
        return {**self.fixed_labels, "year": {year: year for year in sorted(years, reverse=True)}}

    @cached_property
    def known_values(self) -> dict[str, frozenset[str]]:
        """By facet, the values that the address asks for and a choice stands for."""
        known = {
            name: frozenset(filter(self._is_known(name), values))
            for name, values in self.chosen.items()
        }
        return {name: values for name, values in known.items() if values}

    def _is_known(self, name: str) -> Any:
        return YEAR.fullmatch if name == "year" else self.fixed_labels[name].__contains__

    def _choices(self, name: str) -> list[Choice]:
        counts, chosen = self.found.counts.get(name, {}), self.chosen[name]
        return [
            Choice(value, label, counts.get(value, 0), value in chosen)
            for value, label in self.labels[name].items()
            if counts.get(value) or value in chosen
        ]

    @property
    def has_choices(self) -> bool:
        """Whether there is anything to filter by."""
        return any(facet.choices for facet in self.facets)

    @property
    def main_kinds(self) -> list[Choice]:
        """The kinds to narrow to at once: those with most results, if there are several."""
        kinds = [] if self.chosen["kind"] or self.is_grouped else self._choices("kind")
        most = sorted(kinds, key=lambda kind: -kind.count)[:MAIN_KINDS]
        return most if len(most) > 1 else []

    @cached_property
    def paginator(self) -> Paginator:
        """The places of all results that can be reached."""
        return Paginator(range(min(self.found.total, MOST_RESULTS)), PER_PAGE)

    @property
    def ids(self) -> list[int]:
        """The entries on the page."""
        return self.found.ids[:PER_PAGE] if self.page else []

    @property
    def is_best(self) -> bool:
        """Whether it is the page of the best results."""
        is_first = self.page is not None and self.page.number == 1
        return is_first and self.sort == Sort.RELEVANCE and not self.unknown

    @property
    def is_plain(self) -> bool:
        """Whether it is what somebody sees who has just typed something."""
        return self.is_best and not self.is_filtered and bool(self.text)

    @cached_property
    def is_one_sided(self) -> bool:
        """Whether one kind hides the others on the page of the best results."""
        counts = self.found.counts.get("kind", {}).values()
        is_mixed = self.found.total > PER_PAGE and len(counts) > 1
        is_dominated = is_mixed and max(counts) >= DOMINANT * self.found.total
        return is_dominated and self.is_best and not self.chosen["kind"]

    @property
    def is_grouped(self) -> bool:
        """Whether the results stand by kind."""
        return self.is_one_sided and self.view == View.KINDS

    @property
    def elsewhere(self) -> dict[str, int]:
        """By language of other visitors, how much they find by the same words, if anything."""
        totals = {
            language: find(replace(self.wanted, language=language, size=1, is_literal=True))
            for language, _name in settings.LANGUAGES
            if language != self.language
        }
        return {
            language: found.total
            for language, found in totals.items()
            if found.total and found.has_all
        }

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What other filters leave as it is."""
        names = ("q", "exact", "view")
        return [(name, value) for name in names for value in self.query.getlist(name)[-1:]]

    def url_for(self, text: str) -> str:
        """Return the query string of a search for something else."""
        query = QueryDict(mutable=True)
        query["q"] = text
        return f"?{query.urlencode()}"

    @property
    def url_literal(self) -> str:
        """The query string of a search for exactly what was typed."""
        return f"{self.url_for(self.text)}&exact=1"

    def url_of_kind(self, kind: str) -> str:
        """Return the query string of the results of one kind, from the first page."""
        return self.url_from_start(kind=kind)
