"""Keeping translations true: figures follow the source at once, words wait for the translator."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import ngettext
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

WORDS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)


class UnfinishedTranslationError(ValidationError):
    """Raised on an attempt to publish a page whose words are not all translated."""


def require_all_words(instance: Any) -> None:
    """Refuse to go on while a string of the source has no words in `instance`'s language."""
    translation = Translation.objects.filter(
        source__object_id=instance.translation_key,
        target_locale_id=instance.locale_id,
        enabled=True,
    ).first()
    if translation:
        require_finished(translation)


def require_finished(translation: Translation) -> None:
    """Raise `UnfinishedTranslationError` while a string has no translation."""
    total, translated = translation.get_progress()
    if missing := total - translated:
        message = ngettext(
            "%(count)s text is not translated yet. Translate it, then publish.",
            "%(count)s texts are not translated yet. Translate them, then publish.",
            missing,
        )
        raise UnfinishedTranslationError(message % {"count": missing})


def finished_only(save_target: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `Translation.save_target`, which fills what is missing with the source's words.

    It writes them into the live row even when it only saves a draft, so an unfinished
    translation must not reach it once the page is public, nor to become so.
    """

    @wraps(save_target)
    def save(self: Translation, user: Any = None, publish: bool = True) -> Any:
        if _would_be_public(self, publish):
            require_finished(self)
        return save_target(self, user=user, publish=publish)

    return save


def _would_be_public(translation: Translation, publish: bool) -> bool:
    model = translation.source.specific_content_type.model_class()
    if not issubclass(model, DraftStateMixin):
        return False
    target = model.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    ).first()
    return publish or bool(target and target.live and target.live_revision_id)


@transaction.atomic
def carry_to_translations(source: Any) -> None:
    """Bring all that is not words from `source` into each translation, live row and draft.

    What wagtail-localize keeps of the source is renewed too, so that translators see which
    strings are new; the words that are public stay until a translation is published.
    """
    translations = Translation.objects.filter(
        source__object_id=source.translation_key,
        source__locale_id=source.locale_id,
        enabled=True,
    ).select_related("source")
    for translation in translations:
        translation.source.update_from_db()
        target = (
            type(source)
            .objects.filter(
                translation_key=source.translation_key, locale_id=translation.target_locale_id
            )
            .first()
        )
        if target:
            keep_slug(translation, target)
            carry(source, target)


def keep_slug(translation: Translation, target: Any) -> None:
    """Let a page's translation keep its own address when the source's address changes."""
    segments = translation.source.stringsegment_set.filter(context__path="slug")
    for segment in segments.select_related("string", "context").annotate_translation(
        translation.target_locale
    ):
        if segment.translation is None:
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                data=target.slug,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )


def carry(source: Any, target: Any) -> None:
    """Bring all that is not words from `source` into the saved `target` and its latest draft."""
    revision = getattr(target, "latest_revision", None)
    copy_all_but_words(source, target)
    target.save()
    if revision:
        draft = revision.as_object()
        copy_all_but_words(source, draft)
        revision.content = draft.serializable_data()
        revision.save(update_fields=["content"])


def copy_all_but_words(source: Any, target: Any) -> None:
    """Copy figures, dates, codes, relations and pictures; nothing is saved."""
    overridden = _overridden_fields(source, target)
    for translatable in get_translatable_fields(type(source)):
        name = translatable.field_name
        field = translatable.get_field(type(source))
        if isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey):
            _copy_rows(source, target, field)
        elif isinstance(field, StreamField):
            raw = merge(field.stream_block, _raw(source, name), _raw(target, name))
            setattr(target, name, field.to_python(json.dumps(raw)))
        elif isinstance(field, ParentalManyToManyField):
            getattr(target, name).set(getattr(source, name).all())
        elif isinstance(translatable, SynchronizedField) and name not in overridden:
            setattr(target, field.attname, getattr(source, field.attname))


def _overridden_fields(source: Any, target: Any) -> set[str]:
    overrides = SegmentOverride.objects.filter(
        context__object_id=source.translation_key, locale_id=target.locale_id
    )
    return set(overrides.values_list("context__path", flat=True))


def _raw(instance: Any, name: str) -> Any:
    return getattr(instance, name).get_prep_value()


def _copy_rows(source: Any, target: Any, relation: models.ManyToOneRel) -> None:
    """Bring the source's child rows over, by `translation_key`, in the source's order."""
    name = str(relation.get_accessor_name())
    existing = {row.translation_key: row for row in getattr(target, name).all()}
    rows = []
    for row in getattr(source, name).all():
        counterpart = existing.get(row.translation_key)
        if counterpart is None and _row_has_words(row):
            continue
        counterpart = counterpart or row.copy_for_translation(target.locale)
        copy_all_but_words(row, counterpart)
        counterpart.sort_order = row.sort_order
        rows.append(counterpart)
    setattr(target, name, rows)


def _row_has_words(row: Any) -> bool:
    return any(field.is_translated(row) for field in get_translatable_fields(type(row)))


def merge(block: blocks.Block, source: Any, target: Any) -> Any:
    """Return the raw stream value with the source's structure and figures, the target's words.

    Parts are matched by id. A part that only the source has comes along if it has no words;
    otherwise it waits for its translation.
    """
    if isinstance(block, WORDS):
        return target
    if isinstance(block, blocks.StructBlock):
        return _merge_struct(block, source or {}, target or {})
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        return _merge_items(block, source or [], target or [])
    return source


def _merge_struct(block: blocks.StructBlock, source: dict, target: dict) -> dict:
    return {
        name: merge(child, source.get(name), target.get(name))
        for name, child in block.child_blocks.items()
        if name in source
    }


def _merge_items(block: blocks.Block, source: list[dict], target: list[dict]) -> list[dict]:
    translated = {item["id"]: item for item in target}
    merged = []
    for item in source:
        child = _child_block(block, item)
        if item["id"] in translated:
            value = merge(child, item["value"], translated[item["id"]]["value"])
            merged.append({**item, "value": value})
        elif not has_words(child, item["value"]):
            merged.append(item)
    return merged


def has_words(block: blocks.Block, value: Any) -> bool:
    """Whether a raw stream value holds anything to translate."""
    if isinstance(block, WORDS):
        return bool(value)
    if isinstance(block, blocks.StructBlock):
        return any(
            has_words(child, (value or {}).get(name)) for name, child in block.child_blocks.items()
        )
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        return any(has_words(_child_block(block, item), item["value"]) for item in value or [])
    return False


def _child_block(block: Any, item: dict) -> blocks.Block:
    return (
        block.child_block
        if isinstance(block, blocks.ListBlock)
        else block.child_blocks[item["type"]]
    )


def move_translations(page: Any, parent: Any) -> None:
    """Move each translation of the moved `page` below the same language's `parent`.

    A language that has no such parent keeps its page where it is. Each move leaves a redirect.
    """
    for translated in page.get_translations():
        target = parent.get_translations().filter(locale_id=translated.locale_id).first()
        if target and not translated.is_child_of(target):
            translated.move(target, pos="last-child")
