"""What is done with single strings: each is one transaction, and tells the state after."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.translating.changes import Change
from portal.translating.states import refresh
from portal.translations import carry, lock_translations, target_of


@transaction.atomic
def write_words(*, translation: Translation, words: Mapping[StringSegment, str], by: Any) -> None:
    """Keep the words of these strings; none becomes public.

    Figures beside words that readers have already are theirs at once (see `portal.parts`).
    """
    source = translation.source.get_source_instance()
    lock_translations(source)
    for segment, text in words.items():
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={
                "data": text,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "tool_name": "",
                "last_translated_by": by,
                "updated_at": timezone.now(),
                "has_error": False,
                "field_error": "",
            },
        )
    if target := target_of(translation):
        carry(translation, target)
    refresh(source)


def keep_words(*, translation: Translation, changes: list[Change], by: Any) -> None:
    """Let what readers have stand for the new text of the source, which means the same."""
    words = {change.segment: change.public.words for change in changes if change.public}
    write_words(translation=translation, words=words, by=by)
