"""Integration models as they stand in lists: enough of each to choose by."""

from collections import defaultdict
from typing import Any, NamedTuple
from uuid import UUID

from knowledgebase.models.model import ModelPage
from portal.terms.models import Need
from portal.terms.rows import TermRow, term_rows

# What lists need of a model; everything else, and all that has to be parsed, stays in the database.
SHOWN = [
    *("title", "slug", "summary", "url_path", "alias_of_id", "live_revision_id"),
    *("cost", "impact", "effect_strength", "ratings_are_examples"),
    *("months_from", "months_to", "smallest_size", "first_published_at"),
]


class ModelCard(NamedTuple):
    """A model in a list; `number` is its place in the whole list, from 1."""

    number: int
    page: ModelPage
    url: str
    needs: list[TermRow]
    language: str


def need_keys(**models: Any) -> dict[int, set[UUID]]:
    """Return the translation keys of the needs by model id, in one query; `models` narrows it."""
    rows = ModelPage.needs.through.objects.filter(**models)
    keys: dict[int, set[UUID]] = defaultdict(set)
    for model_id, key in rows.values_list("modelpage_id", "need__translation_key"):
        keys[model_id].add(key)
    return keys


def needs_by_key(keys: dict[int, set[UUID]]) -> dict[UUID, TermRow]:
    """Return the needs of all models by translation key, in order of their names."""
    wanted = set().union(*keys.values())
    return {row.translation_key: row for row in term_rows({Need: wanted})["need"]}
