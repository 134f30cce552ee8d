"""Making a finished translation from code, through wagtail-localize, as a translator would."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue, extract_strings

from portal.translations import lock_translations


class MissingWordsError(LookupError):
    """Raised when a string of the source has no words in the translation."""


@transaction.atomic
def publish_translation(instance: Any, locale: Locale, words: Iterable[tuple[str, str]]) -> None:
    """Translate the saved `instance` into `locale` and publish the result.

    `words` are pairs of a source text and its translation, both plain, or both HTML alike; a
    string that is translated already needs none. Raises `MissingWordsError` naming the first
    string that has no translation.
    """
    lock_translations(instance)
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    translation, _created = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    known = strings(words)
    segments = source.stringsegment_set.select_related("string", "context")
    for segment in segments.annotate_translation(locale):
        text = segment.string.data
        if text in known:
            translate(segment, locale, known[text])
        elif segment.translation is None:
            raise MissingWordsError(f"{segment.context.path}: {text!r}")
    translation.save_target(publish=True)


def translate(segment: StringSegment, locale: Locale, text: str, **more: Any) -> None:
    """Keep the words of one string; `more` are further fields of a `StringTranslation`."""
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=locale,
        defaults={
            "data": text,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "updated_at": timezone.now(),
            "has_error": False,
            **more,
        },
    )


def strings(words: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the translation of each string into which wagtail-localize splits `words`."""
    known: dict[str, str] = {}
    for source, translation in words:
        for original, translated in zip(_split(source), _split(translation), strict=True):
            known[original] = translated
    return known


def _split(text: str) -> list[str]:
    if "<" not in text:
        return [StringValue.from_plaintext(text).data]
    _template, found = extract_strings(text)
    return [string.data for string, _attributes in found]
