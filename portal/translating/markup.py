"""The marks in a string, such as those of links, which a translation keeps."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue, validate_translation_links


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
