"""Codes of terms that were renamed: addresses in which they stand lead on."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.validators import slug_re

from portal.terms.models import FormerCode, Term


def remember_code(instance: Any) -> None:
    """Keep the code that a saved term has, where `instance` would give it another one."""
    if not isinstance(instance, Term) or not instance.pk:
        return
    before = type(instance)._default_manager.filter(pk=instance.pk).values_list("slug", flat=True)
    for code in before.exclude(slug=instance.slug):
        FormerCode.objects.update_or_create(
            content_type=ContentType.objects.get_for_model(instance),
            code=code,
            defaults={"translation_key": instance.translation_key},
        )


def current_codes(codes: Iterable[str]) -> dict[str, str]:
    """Return the code of today for each of these that a term had before, and none has now."""
    typed = [code for code in codes if slug_re.match(code)]
    found = FormerCode.objects.filter(code__in=typed).select_related("content_type")
    names: dict[str, str | None] = {}
    for former in found.order_by("pk"):
        model: Any = former.content_type.model_class()
        terms = model._default_manager.filter(
            translation_key=former.translation_key, locale__language_code=settings.LANGUAGE_CODE
        )
        names |= dict.fromkeys([former.code], terms.values_list("slug", flat=True).first())
    return {code: now for code, now in names.items() if now and now != code}
