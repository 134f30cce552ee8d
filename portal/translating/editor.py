"""The addresses of wagtail-localize's editor that write words, so that states stay true."""

import json
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.compat import DATE_FORMAT
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringSegmentQuerySet,
    StringTranslation,
    Translation,
)
from wagtail_localize.views import edit_translation
from wagtail_localize.views.edit_translation import (
    SegmentOverrideSerializer,
    StringTranslationSerializer,
)

from portal.translating.markup import as_kept, as_typed
from portal.translating.po_files import read
from portal.translating.renewing import write_words
from portal.translating.states import refresh
from portal.translating.views import editor_of, translation_for
from portal.translations import lock_translations


@transaction.atomic
def edit_string(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponse:
    """Keep the words of one string, as wagtail-localize does, and how far the translation is."""
    translation = get_object_or_404(Translation, pk=translation_id)
    source = translation.source.get_source_instance()
    lock_translations(source)
    response = edit_translation.edit_string_translation(request, translation_id, string_segment_id)
    if request.method in ("PUT", "DELETE") and response.status_code < 400:
        if request.method == "PUT":
            keep_as_typed(translation, string_segment_id)
        refresh(source)
    return response


def keep_as_typed(translation: Translation, string_segment_id: int) -> None:
    """Keep words that were typed as plain text as wagtail-localize keeps them: as HTML."""
    segment = StringSegment.objects.select_related("string").get(pk=string_segment_id)
    written = StringTranslation.objects.get(
        translation_of=segment.string, context=segment.context_id, locale=translation.target_locale
    )
    written.data = as_kept(written.data, segment.string.data)
    written.save(update_fields=["data"])


def show_as_typed() -> None:
    """Have wagtail-localize's editor show texts and days as they are read: “D&E”, not “D&amp;E”."""
    serialize, render = StringTranslationSerializer.to_representation, edit_translation.render

    def as_words(self: Any, instance: Any) -> dict[str, Any]:
        shown = serialize(self, instance)
        in_english = instance.updated_at.strftime(DATE_FORMAT)
        day = date_format(localtime(instance.updated_at))
        comment = shown["comment"].replace(in_english, day)
        return {**shown, "data": as_typed(shown["data"]), "comment": comment}

    def with_words(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
        if "props" in context:
            props = json.loads(context["props"])
            for segment in props["segments"]:
                if segment["type"] == "string":
                    segment["source"] = as_typed(segment["source"])
            context["props"] = json.dumps(props, cls=DjangoJSONEncoder)
        return render(request, template, context)

    StringTranslationSerializer.to_representation = as_words
    edit_translation.render = with_words


def read_at_once() -> None:
    """Have that editor read the texts of a page at once, where it reads them one by one."""
    edit, read = edit_translation.edit_translation, StringSegmentQuerySet.get_translations

    @wraps(edit)
    def with_segments(request: HttpRequest, translation: Translation, instance: Any) -> Any:
        if request.method == "GET":
            source = translation.source
            source._prefetched_objects_cache = {
                "stringsegment_set": source.stringsegment_set.select_related("string", "context"),
                "overridablesegment_set": source.overridablesegment_set.prefetch_related("context"),
            }
        return edit(request, translation, instance)

    @wraps(read)
    def with_people(self: StringSegmentQuerySet, locale: Any) -> Any:
        return read(self, locale).select_related("last_translated_by__wagtail_userprofile")

    edit_translation.edit_translation = with_segments
    StringSegmentQuerySet.get_translations = with_people
    StringTranslationSerializer.get_segment_id = segment_of_words
    SegmentOverrideSerializer.get_segment_id = segment_of_value


def segment_of_words(self: Any, words: StringTranslation) -> int | None:
    """Return the number of the segment that has these words; of all with one query."""
    if "translation_source" not in self.context:
        return None
    if "string_segments" not in self.context:
        rows = self.context["translation_source"].stringsegment_set.order_by("-pk")
        known = rows.values_list("string_id", "context_id", "pk")
        self.context["string_segments"] = {(text, place): pk for text, place, pk in known}
    found: dict[tuple[int, int], int] = self.context["string_segments"]
    return found.get((words.translation_of_id, words.context_id))


def segment_of_value(self: Any, value: SegmentOverride) -> int | None:
    """Return the number of the segment that has a value of its own; of all with one query."""
    if "translation_source" not in self.context:
        return None
    if "overridable_segments" not in self.context:
        rows = OverridableSegment.objects.filter(source=self.context["translation_source"])
        self.context["overridable_segments"] = dict(rows.values_list("context_id", "pk"))
    found: dict[int, int] = self.context["overridable_segments"]
    return found.get(value.context_id)


@require_POST
def upload_po_file(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take the words of a PO file, and say what was left out and why."""
    translation, target = translation_for(request, translation_id)
    try:
        words, left_out = read(request.FILES.get("file"), translation)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect(editor_of(target))
    write_words(translation=translation, words=words, by=request.user)
    message = ngettext("%(count)s text taken over.", "%(count)s texts taken over.", len(words))
    messages.success(request, message % {"count": len(words)})
    if left_out:
        messages.warning(request, _("Left out: %(texts)s") % {"texts": "; ".join(left_out)})
    return redirect(editor_of(target))
