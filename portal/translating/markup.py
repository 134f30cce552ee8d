"""Strings as wagtail-localize keeps them and as people type them.

They are kept as HTML, also those of plain texts. Only where a source has marks within, such as
those of a link, somebody has to see and to keep them.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue, validate_translation_links

BREAK = re.compile(r"<br ?/?>")


def has_marks(data: str) -> bool:
    """Whether a string is more than words and line breaks."""
    return "<" in BREAK.sub("", data)


def as_typed(data: str) -> str:
    """Return a string as somebody reads and types it."""
    return data if has_marks(data) else StringValue(data).render_text()


def as_kept(text: str, source: str) -> str:
    """Return what was typed for a source's string as it is kept."""
    return text if has_marks(source) else StringValue.from_plaintext(text).data


def check_markup(source: str, text: str) -> None:
    """Raise `ValidationError` where the marks in a translation do not fit its source's."""
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(source, text)
    except ValueError as error:
        raise ValidationError(
            _("The marks in this text do not fit those of the original: %(fault)s")
            % {"fault": error}
        ) from error
