"""The integration models of the demonstration content."""

from datetime import date
from typing import Any

from knowledgebase.demo.content.models import MODELS, NEEDS
from knowledgebase.models import ModelLink, ModelPage
from portal.demo.build import Demo, stream
from portal.demo.terms import make_term, terms
from portal.terms.models import Need

# The stream fields: the type of their block and the names of its fields, in order.
STREAMS = {
    "components": ("part", ("title", "text")),
    "staffing": ("staff", ("role", "tasks")),
    "used_in": ("use", ("place", "country", "years", "text")),
    "partners": ("partner", ("name", "part")),
    "steps": ("part", ("title", "text")),
    "risks": ("risk", ("risk", "safeguard")),
    "conditions": ("condition", ("question", "weight", "advice")),
}
APART = ("needs", "links", "ratings", "evidence")
REVIEW_BY = date(2027, 11, 2)


def outline(demo: Demo) -> None:
    """Make the needs, and the pages of the models."""
    for slug, name in NEEDS.items():
        make_term(demo, Need, slug, {"name": name})
    for key, content in MODELS.items():
        demo.outline(key, ModelPage, demo.pages["models"], content)


def write(demo: Demo) -> None:
    """Write the models."""
    for key, content in MODELS.items():
        demo.write(
            key,
            {**model_words(content), **content["evidence"]},
            needs=terms(demo, Need, content["needs"]),
            links=links(demo, content["links"]),
            review_by=REVIEW_BY,
            **ratings(content),
        )


def model_words(content: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that are words, with each stream as its blocks."""
    words = {name: value for name, value in content.items() if name not in APART}
    for name, (block, fields) in STREAMS.items():
        rows = [dict(zip(fields, row, strict=True)) for row in content[name]]
        words[name] = stream(block, rows)
    return words


def ratings(content: dict[str, Any]) -> dict[str, Any]:
    """Return the example ratings, if the model shows any."""
    if "ratings" not in content:
        return {}
    return {**content["ratings"], "ratings_are_examples": True}


def links(demo: Demo, keys: list[str]) -> list[ModelLink]:
    """Return the rows that link a model with these pages."""
    return [
        ModelLink(target=demo.pages[key], locale=demo.source, sort_order=order)
        for order, key in enumerate(keys)
    ]
