"""PO files as other programs write them: reordered, with gaps, in another encoding, half sure."""

from collections import Counter

import polib
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import StringSegment, Translation

from portal.translating.changes import Changes
from portal.translating.markup import check_markup

LARGEST = 5 * 1024 * 1024
FUZZY, GONE, BROKEN = "fuzzy", "gone", "broken"


def read(
    file: UploadedFile | None, translation: Translation
) -> tuple[dict[StringSegment, str], list[str]]:
    """Return the new words of a PO file by their strings, and in words what was left out.

    Raises `ValidationError` for a file of which nothing can be taken.
    """
    if not file or not file.size:
        raise ValidationError(_("Choose the PO file first."))
    if file.size > LARGEST:
        raise ValidationError(_("This file is too large to be the translation of one page."))
    entries = parse(file.read())
    if entries.metadata.get("X-WagtailLocalize-TranslationID") != str(translation.uuid):
        raise ValidationError(
            _("This file belongs to another page or language. Download the file of this one.")
        )
    return fit(entries, translation)


def parse(data: bytes) -> polib.POFile:
    """Return the entries of a PO file in UTF-8; raise `ValidationError` for anything else."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(
            _("This file is not written in UTF-8. Save it in this encoding and upload it again.")
        ) from error
    try:
        # What is no PO file might be read as the name of one.
        entries = polib.pofile(text) if "msgid" in text and "\0" not in text else None
    except (OSError, ValueError, IndexError):
        entries = None
    if entries is None:
        raise ValidationError(_("This is not a PO file. Upload the file that you downloaded here."))
    return entries


def fit(
    entries: polib.POFile, translation: Translation
) -> tuple[dict[StringSegment, str], list[str]]:
    """Return the words that are new, and what fits no string as it is now."""
    segments = {
        (segment.context.path, segment.string.data): segment
        for segment in Changes(translation).segments
    }
    words, left_out = {}, Counter[str]()
    for entry in entries:
        segment = segments.get((entry.msgctxt, entry.msgid))
        if entry.obsolete or not entry.msgstr.strip():
            continue
        if fault := fault_of(entry, segment):
            left_out[fault] += 1
        elif segment and segment.translation != entry.msgstr:
            words[segment] = entry.msgstr
    return words, [in_words(fault, count) for fault, count in left_out.items()]


def fault_of(entry: polib.POEntry, segment: StringSegment | None) -> str | None:
    """Return why the words of an entry cannot be taken; None where they can."""
    if segment is None:
        return GONE
    if entry.fuzzy:
        return FUZZY
    try:
        check_markup(entry.msgid, entry.msgstr)
    except ValidationError:
        return BROKEN
    return None


def in_words(fault: str, count: int) -> str:
    """Return how many texts were left out, and why."""
    message = {
        GONE: ngettext(
            "%(count)s text that the original no longer has",
            "%(count)s texts that the original no longer has",
            count,
        ),
        FUZZY: ngettext(
            "%(count)s text that is marked as not sure",
            "%(count)s texts that are marked as not sure",
            count,
        ),
        BROKEN: ngettext(
            "%(count)s text whose marks do not fit the original’s",
            "%(count)s texts whose marks do not fit the original’s",
            count,
        ),
    }[fault]
    return message % {"count": count}
