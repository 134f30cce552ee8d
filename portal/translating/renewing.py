"""What is done with single strings: each is one transaction, and tells the state after."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from wagtail_localize.models import StringSegment, Translation

from portal.translating.changes import Change
from portal.translating.states import refresh
from portal.translation_records import translate
from portal.translations import carry, lock_translations, target_of


@transaction.atomic
def write_words(*, translation: Translation, words: Mapping[StringSegment, str], by: Any) -> None:
    """Keep the words of these strings; none becomes public.

    Figures beside words that readers have already are theirs at once (see `portal.parts`).
    """
    source = translation.source.get_source_instance()
    lock_translations(source)
    told = {"tool_name": "", "last_translated_by": by, "field_error": ""}
    for segment, text in words.items():
        translate(segment, translation.target_locale, text, **told)
    if target := target_of(translation):
        carry(translation, target)
    refresh(source)


def keep_words(*, translation: Translation, changes: list[Change], by: Any) -> None:
    """Let what readers have stand for the new text of the source, which means the same."""
    words = {change.segment: change.public.words for change in changes if change.public}
    write_words(translation=translation, words=words, by=by)
