"""Integration models as they stand in lists: enough of each to choose by."""

from typing import Any, NamedTuple

from knowledgebase.models.model import ModelPage
from portal.terms.listing import TermFacet
from portal.terms.models import Need
from portal.terms.rows import TermRow

# What lists need of a model; everything else, and all that has to be parsed, stays in the database.
SHOWN = [
    *("title", "short_title", "slug", "summary", "url_path", "alias_of_id", "live_revision_id"),
    *("cost", "impact", "effect_strength", "ratings_are_examples"),
    *("months_from", "months_to", "smallest_size", "first_published_at"),
]


class ModelCard(NamedTuple):
    """A model in a list."""

    page: ModelPage
    url: str
    needs: list[TermRow]
    language: str


def need_facet(**models: Any) -> dict[str, TermFacet]:
    """Return the needs of the models, as something to filter by; `models` narrows them."""
    rows = ModelPage.needs.through.objects.filter(**models)
    return {"need": TermFacet(Need, rows, "modelpage_id", "need")}
