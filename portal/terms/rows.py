"""Terms of several kinds, in the visitor's language, with one query."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import (
    BigIntegerField,
    CharField,
    DecimalField,
    F,
    Model,
    QuerySet,
    URLField,
    Value,
)
from django.db.models.functions import Cast
from django.utils.translation import get_language

# Cast, because PostgreSQL takes a bare NULL in a union for text.
EMPTY = {
    "url": Value("", output_field=URLField()),
    "logo_id": Cast(Value(None), BigIntegerField()),
    "logo_alt": Value("", output_field=CharField()),
    "longitude": Cast(Value(None), DecimalField(max_digits=6, decimal_places=3)),
    "latitude": Cast(Value(None), DecimalField(max_digits=5, decimal_places=3)),
}


class TermRow(NamedTuple):
    """A term of any kind; what its kind does not have is empty.

    `id` is that of the source's row, which relations point to.
    """

    id: int
    kind: str
    translation_key: UUID
    language: str
    name: str
    slug: str
    url: str
    logo_id: int | None
    logo_alt: str
    longitude: Decimal | None
    latitude: Decimal | None


def term_rows(
    keys_by_model: Mapping[type[Model], Iterable[Any] | None],
) -> dict[str, list[TermRow]]:
    """Return the terms with these translation keys by kind (the model's name), sorted by name.

    None stands for all terms of a kind.
    Each stands in the visitor's language, or else in the source's.
    """
    languages = [settings.LANGUAGE_CODE, get_language()]
    queries = [_values(model, keys, languages) for model, keys in keys_by_model.items()]
    rows = [TermRow(*row) for row in queries[0].union(*queries[1:], all=True)]
    rows.sort(key=lambda row: languages.index(row.language))
    chosen: dict[tuple[str, UUID], TermRow] = {}
    for row in rows:
        source = chosen.setdefault((row.kind, row.translation_key), row)
        chosen[row.kind, row.translation_key] = row._replace(id=source.id)
    by_kind: dict[str, list[TermRow]] = {str(model._meta.model_name): [] for model in keys_by_model}
    for row in sorted(chosen.values(), key=lambda row: row.name):
        by_kind[row.kind].append(row)
    return by_kind


def _values(model: Any, keys: Iterable[Any] | None, languages: list[str]) -> QuerySet[Any, Any]:
    own = {field.attname for field in model._meta.concrete_fields}
    missing = {name: value for name, value in EMPTY.items() if name not in own}
    rows = model.objects.all() if keys is None else model.objects.filter(translation_key__in=keys)
    return (
        rows.filter(locale__language_code__in=languages)
        .order_by()
        .annotate(
            kind=Value(model._meta.model_name, output_field=CharField()),
            language=F("locale__language_code"),
            **missing,
        )
        .values_list(*TermRow._fields)
    )
