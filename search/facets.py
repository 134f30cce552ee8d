"""What search results are filtered by, and what each choice is called."""

from functools import cache
from operator import itemgetter

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.terms.models import Municipality, Term, Theme
from portal.terms.rows import term_rows
from search.content import FACETS, Searchable

LAST_KIND = Searchable.search_kind
TERMS: tuple[type[Term], ...] = (Theme, Municipality)


def facet_labels() -> dict[str, str]:
    """Return the facets by name, in the order to show them."""
    return {
        "kind": _("Kind"),
        "theme": _("Theme"),
        "municipality": _("Municipality"),
        "year": _("Year"),
        "language": _("Language"),
    }


def kind_labels() -> dict[str, str]:
    """Return what each kind is called, by name; pages of no special kind come last."""
    labels = {kind: str(label) for kind, label in _kinds().items()}
    last = labels.pop(LAST_KIND)
    return {**_by_name(labels), LAST_KIND: last}


@cache
def _kinds() -> dict[str, str | Promise]:
    kinds: dict[str, str | Promise] = {LAST_KIND: Searchable.search_kind_label}
    for model in apps.get_models():
        if issubclass(model, Searchable):
            kinds |= {model.search_kind: model.search_kind_label, **model.search_part_kinds}
    return kinds


def term_labels() -> dict[str, dict[str, str]]:
    """Return the names of all themes and municipalities by facet and slug, with one query."""
    rows = term_rows(dict.fromkeys(TERMS))
    return {
        FACETS[model]: {row.slug: row.name for row in rows[str(model._meta.model_name)]}
        for model in TERMS
    }


def _by_name(labels: dict[str, str]) -> dict[str, str]:
    return dict(sorted(labels.items(), key=itemgetter(1)))
