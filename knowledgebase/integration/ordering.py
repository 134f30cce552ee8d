"""In what order and in what form models are listed."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from knowledgebase.models.model import ModelPage
from knowledgebase.text.alphabet import sort_key


class Sort(models.TextChoices):
    """An order of the list."""

    TITLE = "title", _("by title")
    COST = "cost", _("lowest cost first")
    STRENGTH = "strength", _("strongest evidence first")
    DURATION = "duration", _("shortest first")
    NEWEST = "newest", _("newest first")


class View(models.TextChoices):
    """A form of the list."""

    CARDS = "cards", _("Cards")
    TABLE = "table", _("Table")
    MAP = "map", _("Evidence map")


def ordered(rows: list[ModelPage], sort: Sort) -> list[ModelPage]:
    """Return the models in an order, equal ones by title; what is not rated or known comes last."""
    language = get_language() or ""
    by_title = sorted(rows, key=lambda row: sort_key(row.title, language))
    return sorted(by_title, key=KEYS[sort]) if sort in KEYS else by_title


def _last_if_unknown(figure: float | None) -> tuple[bool, float]:
    return figure is None, figure or 0


KEYS: dict[Sort, Callable[[Any], tuple[bool, float]]] = {
    Sort.COST: lambda row: _last_if_unknown(row.cost),
    Sort.STRENGTH: lambda row: _last_if_unknown(row.strength and -row.strength),
    Sort.DURATION: lambda row: _last_if_unknown(row.months),
    Sort.NEWEST: lambda row: _last_if_unknown(
        row.first_published_at and -row.first_published_at.timestamp()
    ),
}
