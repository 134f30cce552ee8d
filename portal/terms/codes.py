"""Codes of terms that were renamed: addresses in which they stand lead on."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.validators import slug_re

from portal.terms.models import FormerCode, Term
from portal.terms.slugs import SlugOnce


def remember_code(instance: Any) -> None:
    """Keep the code that a saved term has, where `instance` would give it another one."""
    model: Any = type(instance)
    if not issubclass(model, SlugOnce) or not instance.pk:
        return
    before = model._default_manager.filter(pk=instance.pk).values_list("slug", flat=True)
    for code in before.exclude(slug=instance.slug):
        FormerCode.objects.update_or_create(
            content_type=ContentType.objects.get_for_model(model),
            code=code,
            defaults={"translation_key": instance.translation_key},
        )


def current_codes(codes: Iterable[str]) -> dict[str, set[str]]:
    """Return by code those of today of all terms that had it before; two kinds may have had one.

    Only of terms that content is filed under: others are in no list's address.
    """
    typed = [code for code in codes if slug_re.match(code)]
    found: dict[str, set[str]] = defaultdict(set)
    for former in FormerCode.objects.filter(code__in=typed).select_related("content_type"):
        model: Any = former.content_type.model_class()
        if not issubclass(model, Term):
            continue
        terms = model._default_manager.filter(
            translation_key=former.translation_key, locale__language_code=settings.LANGUAGE_CODE
        )
        found[former.code].update(terms.exclude(slug=former.code).values_list("slug", flat=True))
    return {code: now for code, now in found.items() if now}


def former_codes(model: Any) -> dict[UUID, list[str]]:
    """Return the codes that terms of a kind had before, by translation key."""
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = FormerCode.objects.filter(content_type=ContentType.objects.get_for_model(model))
    for key, code in rows.order_by("pk").values_list("translation_key", "code"):
        found[key].append(code)
    return found
