"""Translating what a draft says before it is public, so that both languages can go live together.

wagtail-localize keeps the texts of what is public. Words for texts to come are kept beside them by
the place and the text, and are found there when the draft is published; until then nobody reads
them.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from wagtail_localize.models import (
    String,
    StringTranslation,
    Translation,
    TranslationContext,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.translating.changes import NO_TEXT, Changes
from portal.translating.renewing import write_words
from portal.translations import lock_translations


@dataclass(frozen=True, eq=False)
class Text:
    """A text of a draft, as `StringSegment` has those of what is public."""

    pk: str
    context: TranslationContext
    string: String
    attrs: str
    translation: str | None


class Ahead(Changes):
    """The texts of a draft of the source: all of them, and those that want words."""

    def __init__(self, translation: Translation, draft: Any) -> None:
        """Read the draft, and what is translated of it."""
        self.translation = translation
        rows = StringTranslation.objects.filter(
            context__object_id=translation.source.object_id,
            locale=translation.target_locale_id,
            has_error=False,
        )
        named = ("context__path", "translation_of__data_hash", "data")
        known = {(path, text): words for path, text, words in rows.values_list(*named)}
        self.segments = [
            text_of(translation, value, known)
            for value in extract_segments(draft)
            if isinstance(value, StringSegmentValue) and value.path not in NO_TEXT
        ]


def text_of(translation: Translation, value: StringSegmentValue, known: dict) -> Any:
    """Return a text of a draft, with its words if it has some; nothing is saved."""
    source = translation.source
    text = String(locale_id=source.locale_id, data=value.string.data)
    text.data_hash = String._get_data_hash(text.data)
    return Text(
        pk=String._get_data_hash(f"{value.path} {text.data_hash}").hex,
        context=TranslationContext(object_id=source.object_id, path=value.path),
        string=text,
        attrs=json.dumps(value.attrs, cls=DjangoJSONEncoder),
        translation=known.get((value.path, text.data_hash)),
    )


@transaction.atomic
def write_ahead(*, translation: Translation, words: dict[Any, str], by: Any) -> None:
    """Keep the words of these texts of a draft; none becomes public."""
    lock_translations(translation.source.get_source_instance())
    kept = {}
    for text, said in words.items():
        string, _new = String.objects.get_or_create(
            locale_id=text.string.locale_id,
            data_hash=text.string.data_hash,
            defaults={"data": text.string.data},
        )
        context, _new = TranslationContext.objects.get_or_create(
            object_id=text.context.object_id, path=text.context.path
        )
        kept[Text(text.pk, context, string, text.attrs, said)] = said
    write_words(translation=translation, words=kept, by=by)
