"""A list that an address filters, sorts and pages, with what could be asked for instead."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict

from portal.paging import requested_page
from portal.terms.codes import current_codes


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet, and how many rows choosing it would list."""

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


class Listing:
    """Rows filtered by the query string.

    Within a facet any chosen value will do; every facet with a chosen value must agree. A listing
    says what its `rows` are, the `labels` of its facets' values and the values of a row.
    """

    per_page = 12
    # What an address may ask for by `sort` (orders) and by `view` (forms), the usual one first.
    sorts: Any = ()
    views: Any = ()

    def __init__(self, query: QueryDict) -> None:
        self.query = query

    @cached_property
    def rows(self) -> list[Any]:
        """Everything that could be listed, in order."""
        raise NotImplementedError

    @property
    def facet_labels(self) -> dict[str, str]:
        """The facets by name, in the order to show them."""
        raise NotImplementedError

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """By facet, the value and label of every choice, in the order to show them."""
        raise NotImplementedError

    def values_of(self, row: Any) -> dict[str, set[str]]:
        """Return by facet the values that the row is found by."""
        raise NotImplementedError

    def key_of(self, row: Any) -> Hashable:
        """Return what tells the row from the others."""
        return row.pk

    @cached_property
    def values(self) -> dict[Hashable, dict[str, set[str]]]:
        """The values of every row, by its key."""
        return {self.key_of(row): self.values_of(row) for row in self.rows}

    @cached_property
    def chosen(self) -> dict[str, set[str]]:
        """By facet, the values that the address asks for."""
        return {name: set(self.query.getlist(name)) - {""} for name in self.facet_labels}

    @cached_property
    def facets(self) -> list[Facet]:
        """Every facet with the choices that lead somewhere."""
        return [
            Facet(name, label, self._choices(name)) for name, label in self.facet_labels.items()
        ]

    def _choices(self, name: str) -> list[Choice]:
        others = [self.values[self.key_of(row)][name] for row in self.matching(besides=name)]
        choices = []
        for value, label in self.labels[name].items():
            count = sum(value in values for values in others)
            is_chosen = value in self.chosen[name]
            if count or is_chosen:
                choices.append(Choice(value, label, count, is_chosen))
        return choices

    def matching(self, besides: str = "") -> list[Any]:
        """Return the rows that all facets agree on, one facet perhaps left aside."""
        wanted = {
            name: chosen for name, chosen in self.chosen.items() if chosen and name != besides
        }
        return [
            row
            for row in self.rows
            if all(chosen & self.values[self.key_of(row)][name] for name, chosen in wanted.items())
        ]

    @cached_property
    def sort(self) -> Any:
        """The order that the address asks for."""
        return _option(self.sorts, self.query.get("sort"))

    @cached_property
    def view(self) -> Any:
        """The form that the address asks for."""
        return _option(self.views, self.query.get("view"))

    @cached_property
    def unknown(self) -> list[str]:
        """The values in the address that no choice, order or form stands for, as typed."""
        values = [
            value
            for name, chosen in self.chosen.items()
            for value in chosen - set(self.labels[name])
        ]
        asked = {(self.sorts, self.query.get("sort")), (self.views, self.query.get("view"))}
        strange = [value for options, value in asked if options and value and value not in options]
        return sorted([*values, *strange])

    @property
    def is_filtered(self) -> bool:
        """Whether the address asks for less than everything."""
        return any(self.chosen.values())

    @cached_property
    def paginator(self) -> Paginator:
        """All pages of the list."""
        return Paginator(self.matching(), self.per_page)

    @cached_property
    def page(self) -> Page | None:
        """The page of the list that the address asks for; None if there is no such page."""
        return requested_page(self.paginator, self.query)

    @property
    def status_code(self) -> HTTPStatus:
        """404 where the address asks for something that is not there."""
        is_missing = self.unknown or self.page is None
        return HTTPStatus.NOT_FOUND if is_missing else HTTPStatus.OK

    def page_url(self, number: int) -> str:
        """Return the query string of another page of the same list."""
        return self.url_with(page=str(number))

    def url_with(self, **values: str) -> str:
        """Return the query string of the same list with these parameters set."""
        query = self.query.copy()
        for name, value in values.items():
            query[name] = value
        return f"?{query.urlencode()}"

    def url_from_start(self, **values: str) -> str:
        """Return the query string of the first page of the list with these parameters set."""
        query = self.query.copy()
        query.pop("page", None)
        for name, value in values.items():
            query[name] = value
        return f"?{query.urlencode()}"

    def url_as(self, view: str) -> str:
        """Return the query string of the same list in another form."""
        return self.url_from_start(view=view)

    @property
    def url_unfiltered(self) -> str:
        """The query string of the same list without any filter."""
        query = self.query.copy()
        for name in ("page", *self.facet_labels):
            query.pop(name, None)
        return f"?{query.urlencode()}"

    @property
    def url_renamed(self) -> str | None:
        """The query string by the codes of today, where it has codes that terms had before."""
        names = current_codes(self.unknown) if self.unknown else {}
        if not names:
            return None
        query = self.query.copy()
        for facet, known in self.labels.items():
            values = [(value, names.get(value, set())) for value in query.getlist(facet)]
            query.setlist(
                facet,
                [next((each for each in known if each in now), value) for value, now in values],
            )
        return f"?{query.urlencode()}" if query != self.query else None

    def url_without(self, name: str, value: str) -> str:
        """Return the query string of the same list with one filter taken off."""
        query = self.query.copy()
        query.pop("page", None)
        query.setlist(name, [kept for kept in query.getlist(name) if kept != value])
        return f"?{query.urlencode()}"


def _option(options: Any, value: str | None) -> Any:
    return options(value) if value in options else next(iter(options), None)


class ListingPage:
    """Makes a page a list; comes before the page's base."""

    listing_class: type[Listing]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the address asks for, and what could be asked for instead."""
        context = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        return {**context, "listing": self.get_listing(request)}

    def get_listing(self, request: HttpRequest) -> Listing:
        """Return the list that a visitor asks for."""
        return self.listing_class(request.GET)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer 404 where the address asks for a filter or a page that is not there.

        A filter that was renamed leads to what it is called now.
        """
        response: Any = super().serve(request, *args, **kwargs)  # type: ignore[misc]
        listing = response.context_data["listing"]
        response.status_code = listing.status_code
        return renamed(request, listing) or response


def renamed(request: HttpRequest, listing: Listing) -> HttpResponse | None:
    """Lead to the same list by the codes that its terms have now; None where none was renamed."""
    url = listing.url_renamed
    return HttpResponsePermanentRedirect(f"{request.path}{url}") if url else None
