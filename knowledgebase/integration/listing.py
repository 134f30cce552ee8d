"""The list of models that an address asks for, with what could be asked for instead."""

import sys
from functools import cached_property
from typing import Any

from django.db import models
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knowledgebase.integration.cards import SHOWN, ModelCard, need_facet
from knowledgebase.integration.evidence_map import Entry, EvidenceMap
from knowledgebase.integration.ordering import Sort, View, ordered
from knowledgebase.models.evidence import Cost, Strength
from knowledgebase.models.model import ModelPage, Size
from portal.i18n import page_url, pages_here, written_in
from portal.terms.listing import TermFacet, TermListing

UNRATED = "unrated"
UNNAMED = "unnamed"
# A table of 500 rows is no table for a phone; the map stays small however many models there are.
PER_PAGE = {View.CARDS: 12, View.TABLE: 50, View.MAP: sys.maxsize}


class Duration(models.TextChoices):
    """How long one person is accompanied at most."""

    SHORT = "short", gettext_lazy("up to 6 months")
    MEDIUM = "medium", gettext_lazy("7 to 12 months")
    LONG = "long", gettext_lazy("more than 12 months")
    UNKNOWN = "unknown", gettext_lazy("not known")


class ModelListing(TermListing):
    """Models by need, cost, strength of evidence, size of the municipality and duration."""

    sorts = Sort
    views = View

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query)
        self.per_page = PER_PAGE[self.view]

    @cached_property
    def rows(self) -> list[Any]:
        """All models in the visitor's tree, in the order that the address asks for."""
        return ordered(list(pages_here(ModelPage).only(*SHOWN)), self.sort)

    @property
    def term_facets(self) -> dict[str, TermFacet]:
        """The needs to filter by."""
        return need_facet()

    @property
    def facet_labels(self) -> dict[str, str]:
        """The facets by name."""
        return {
            "need": _("Need"),
            "cost": _("Cost"),
            "strength": _("Strength of evidence"),
            "size": _("My municipality is"),
            "duration": _("Duration"),
        }

    def values_of(self, row: Any) -> dict[str, set[str]]:
        """Return by facet the values that the model is found by."""
        return {
            "need": self.terms_of(row)["need"] or {UNNAMED},
            "cost": {_code(Cost, row.cost)},
            "strength": {_code(Strength, row.strength)},
            "size": {_code(Size, size) for size in Size if size >= row.smallest_size},
            "duration": {_duration(row.months)},
        }

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """By facet, the value and label of every choice, in the order to show them."""
        return {
            "need": {**self.term_labels["need"], UNNAMED: _("No need named")},
            "cost": _rating_labels(Cost),
            "strength": _rating_labels(Strength),
            "size": {_code(Size, size): capfirst(str(size.label)) for size in Size},
            "duration": {each.value: capfirst(str(each.label)) for each in Duration},
        }

    @cached_property
    def cards(self) -> list[ModelCard]:
        """The models to show."""
        if not self.page:
            return []
        return [self._card(row) for row in self.page.object_list]

    def _card(self, row: Any) -> ModelCard:
        keys = self.keys[row.pk]["need"]
        needs = [term for key, term in self.terms["need"].items() if key in keys]
        url = page_url(row.url_path, row.language)
        return ModelCard(row, url, needs, written_in(row))

    @property
    def map(self) -> EvidenceMap:
        """The models that match, by need and strength of evidence."""
        entries = [
            Entry(
                title=card.page.title,
                brief_title=card.page.brief_title,
                url=card.url,
                language=card.language,
                values=self.values[card.page.pk],
            )
            for card in self.cards
        ]
        strengths = self.labels["strength"]
        return EvidenceMap(self.labels["need"], strengths, UNRATED, entries, self.url_of_cell)

    def url_of_cell(self, need: str, strength: str) -> str:
        """Return the query string of the models that stand in one cell of the map."""
        return self.url_from_start(need=need, strength=strength, view=View.CARDS)

    @property
    def shown(self) -> list[tuple[str, str]]:
        """What the address asks of the list, for a form that must not lose it."""
        names = (*self.facet_labels, "sort", "view", "page")
        return [(name, value) for name in names for value in self.query.getlist(name)]

    def kept(self, chosen: list[str]) -> list[tuple[str, str]]:
        """Return what other filters leave as it is: the form of the list, and the chosen models."""
        return [
            ("view", self.view.value),
            *(("compare", slug) for slug in chosen),
            *([("choose", "1")] if "choose" in self.query else []),
        ]


def _code(choices: Any, value: int | None) -> str:
    """Return what a choice is called in addresses: "very-low"."""
    return UNRATED if value is None else str(choices(value).name.lower().replace("_", "-"))


def _rating_labels(choices: Any) -> dict[str, str]:
    labels = {_code(choices, each): capfirst(str(each.label)) for each in choices}
    return {**labels, UNRATED: capfirst(_("not yet rated"))}


def _duration(months: int | None) -> str:
    if months is None:
        return Duration.UNKNOWN.value
    if months <= 6:
        return Duration.SHORT.value
    return Duration.MEDIUM.value if months <= 12 else Duration.LONG.value
