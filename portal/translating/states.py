"""Computes how far translations are; the gate does it after whatever may change that."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, TranslatableMixin, get_page_content_types
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.translating.changes import NO_TEXT, Changes, plain_words
from portal.translating.models import Review, State, TranslationState
from portal.translations import is_translated, lock_translations, translations_of


@transaction.atomic
def refresh(instance: Any) -> None:
    """Compute the states of the thing that `instance` is, or was, a language of."""
    lock_translations(instance)
    languages = languages_of(instance)
    source = languages.pop(settings.LANGUAGE_CODE, None)
    rows = TranslationState.objects.filter(translation_key=instance.translation_key)
    if source is None:
        rows.delete()
        return
    ours = translations_of(source).filter(source__locale_id=source.locale_id)
    translations = {each.target_locale_id: each for each in ours}
    for locale in Locale.objects.exclude(pk=source.locale_id):
        target = languages.get(locale.language_code)
        _write(source, target, locale, translations.get(locale.pk))


def languages_of(instance: Any) -> dict[str, Any]:
    """Return the saved rows of a thing by their language."""
    model: Any = Page if isinstance(instance, Page) else type(instance)
    rows = model._default_manager.filter(translation_key=instance.translation_key)
    found = rows.select_related("locale")
    if model is Page:
        found = found.specific()
    return {row.locale.language_code: row for row in found}


def _write(source: Any, target: Any, locale: Locale, translation: Translation | None) -> None:
    changes = Changes(translation) if translation else None
    texts = [each.string.data for each in changes.segments] if changes else texts_of(source)
    left = [each.string.data for each in changes.missing] if changes else texts
    reviews = Review.objects.waiting().filter(of__translation=translation)
    state = state_of(changes, target, is_handed_over=bool(translation and reviews.exists()))
    values = {
        "content_type": ContentType.objects.get_for_model(source),
        "translation": translation,
        "source_pk": source.pk,
        "target_pk": target and target.pk,
        "title": str(source),
        "is_public": getattr(source, "live", True),
        "state": state,
        "words": count_words(texts),
        "words_left": count_words(left),
    }
    row, is_new = TranslationState.objects.get_or_create(
        translation_key=source.translation_key, locale=locale, defaults=values
    )
    if is_new:
        return
    if row.state != state:
        values["since"] = timezone.now()
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=values)


def state_of(changes: Changes | None, target: Any, *, is_handed_over: bool = False) -> State:
    """Return how far a translation is; of one that misleads its readers, that it does."""
    if changes and changes.target and changes.are_urgent:
        return State.URGENT
    if changes and changes.target and (changes.to_renew or changes.gone):
        return State.STALE
    if is_handed_over:
        return State.REVIEW
    if changes and changes.target:
        return State.IN_WORK if changes.found else State.TRANSLATED
    if changes:
        is_begun = len(changes.missing) < len(changes.segments)
        return State.IN_WORK if is_begun else State.UNTRANSLATED
    is_of_its_own = isinstance(target, Page) and is_translated(target)
    return State.TRANSLATED if is_of_its_own else State.UNTRANSLATED


def texts_of(source: Any) -> list[str]:
    """Return what there is to translate in something that nobody submitted yet."""
    return [
        value.string.data
        for value in extract_segments(source)
        if isinstance(value, StringSegmentValue) and value.path not in NO_TEXT
    ]


def count_words(texts: list[str]) -> int:
    """Return how many words these strings have."""
    return sum(len(plain_words(text).split()) for text in texts)


def sources() -> Iterator[Any]:
    """Yield every page and term that is written first, and translated then."""
    ours = {"locale__language_code": settings.LANGUAGE_CODE}
    yield from Page.objects.filter(depth__gt=1, **ours).specific(defer=False).iterator()
    for model in get_snippet_models():
        if issubclass(model, TranslatableMixin):
            yield from model._default_manager.filter(**ours).iterator()


def forget_gone_pages() -> None:
    """Forget the states of pages that were deleted."""
    states = TranslationState.objects.filter(content_type__in=get_page_content_types())
    states.exclude(translation_key__in=Page.objects.values("translation_key")).delete()


def refresh_all() -> int:
    """Compute the states of everything, forget those of what is gone, and count the sources."""
    seen = set()
    for source in sources():
        refresh(source)
        seen.add(source.translation_key)
    TranslationState.objects.exclude(translation_key__in=seen).delete()
    return len(seen)
