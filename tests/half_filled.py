"""Pages as their forms leave them half-way: each value is there or is missing, by a coin."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

WAGTAILS_OWN = {field.name for field in Page._meta.concrete_fields} - {"seo_title"}
WORDS = (models.CharField, models.TextField)


class Coin:
    """Decides for each value whether somebody entered it; `share` of 0 leaves all empty."""

    def __init__(self, share: float, seed: int) -> None:
        self.share, self.random = share, Random(seed)

    def __call__(self) -> bool:
        return self.random.random() < self.share


def fill(page: Page, coin: Coin) -> None:
    """Give an unsaved page's fields, streams and child rows values, or none."""
    fill_fields(page, coin)
    for relation in type(page)._meta.get_fields():
        if isinstance(relation, models.ManyToOneRel) and isinstance(
            relation.remote_field, ParentalKey
        ):
            add_rows(page, relation, coin)


def add_rows(page: Page, relation: models.ManyToOneRel, coin: Coin) -> None:
    if not relation.get_accessor_name() or relation.related_model._meta.app_label == "wagtailcore":
        return
    row = relation.related_model()
    if hasattr(row, "locale_id"):
        row.locale_id = page.locale_id
    fill_fields(row, coin)
    getattr(page, relation.get_accessor_name()).add(row)


def fill_fields(instance: models.Model, coin: Coin) -> None:
    for field in own_fields(instance):
        if isinstance(field, StreamField):
            setattr(instance, field.name, of_block(field.stream_block, coin))
        elif coin() or not may_be_missing(field):
            set_sample(instance, field)
        else:
            setattr(instance, field.attname, "" if isinstance(field, WORDS) else None)


def own_fields(instance: models.Model) -> Iterator[models.Field]:
    for field in instance._meta.concrete_fields:
        is_link = field.primary_key or isinstance(field, ParentalKey)
        if field.editable and not is_link and field.name not in WAGTAILS_OWN:
            yield field


def may_be_missing(field: models.Field) -> bool:
    """Whether the form of a draft lets somebody on without it."""
    return field.null or isinstance(field, WORDS)


def set_sample(instance: models.Model, field: models.Field) -> None:
    if field.choices:
        instance.__dict__[field.attname] = field.choices[-1][0]
    elif isinstance(field, models.ForeignKey):
        instance.__dict__[field.attname] = first_of(field.related_model)
    else:
        setattr(instance, field.attname, SAMPLES.get(type(field), "fjale"))


def first_of(model: type[models.Model]) -> Any:
    return model._default_manager.values_list("pk", flat=True).first()


DAY = datetime.date(2024, 3, 12)
SAMPLES: dict[type[models.Field], Any] = {
    models.DateField: DAY,
    models.DateTimeField: datetime.datetime(2024, 3, 12, 9, tzinfo=datetime.UTC),
    models.BooleanField: True,
    models.DecimalField: Decimal("1.5"),
    models.IntegerField: 3,
    models.PositiveIntegerField: 3,
    models.PositiveSmallIntegerField: 3,
    models.SmallIntegerField: 3,
    models.URLField: "https://example.org/",
    models.EmailField: "zyra@example.org",
}


def of_block(block: blocks.Block, coin: Coin) -> Any:
    """Return a value of `block`: every kind of part once, each value there or missing."""
    if isinstance(block, blocks.StreamBlock):
        parts = [(name, of_block(child, coin)) for name, child in block.child_blocks.items()]
        return StreamValue(block, [(*part, f"id-{n}") for n, part in enumerate(parts)])
    if isinstance(block, blocks.ListBlock):
        return ListValue(block, [of_block(block.child_block, coin) for _ in range(2 * coin())])
    if isinstance(block, blocks.StructBlock) and type(block).__name__ != "ImageBlock":
        children = [(name, of_block(child, coin)) for name, child in block.child_blocks.items()]
        return block._to_struct_value(children)
    return of_leaf(block, coin())


def of_leaf(block: Any, is_there: bool) -> Any:
    if isinstance(block, blocks.ChoiceBlock):
        return next(key for key, _label in block.field.choices if key) if is_there else ""
    if isinstance(block, blocks.PageChooserBlock):
        return Page.objects.filter(depth=2).first() if is_there else None
    for kind, (value, nothing) in LEAVES.items():
        if isinstance(block, kind):
            return value if is_there else nothing
    return None  # pictures and documents


LEAVES: dict[type[blocks.Block], tuple[Any, Any]] = {
    blocks.RichTextBlock: (RichText("<p>Fjalë.</p>"), RichText("")),
    blocks.CharBlock: ("Fjalë", ""),
    blocks.TextBlock: ("Fjalë", ""),
    blocks.RegexBlock: ("129", ""),
    blocks.URLBlock: ("https://example.org/", ""),
    blocks.EmailBlock: ("zyra@example.org", ""),
    blocks.BooleanBlock: (True, False),
    blocks.IntegerBlock: (3, None),
    blocks.DecimalBlock: (Decimal("1.5"), None),
    blocks.FloatBlock: (1.5, None),
    blocks.DateBlock: (DAY, None),
}
