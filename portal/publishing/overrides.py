"""What a translation may have of its own beside words: values that its own field would take."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail_localize.models import OverridableSegment

from portal.publishing.mixins import Lasting
from portal.publishing.refusals import RefusedError

LINKS = ("mailto:", "tel:", "/", "#")


def check_override(segment: OverridableSegment, value: str) -> None:
    """Raise `ValidationError` unless the translation may have `value` in the segment's place."""
    instance = segment.source.get_source_instance()
    if isinstance(instance, Lasting):
        raise RefusedError(_("Addresses and numbers are the same in every language."))
    if segment.context.path.endswith("'"):  # a link in a text, by its address
        check_link(value)
        return
    field, *names = segment.context.get_field_path(instance).split(".")
    place = place_of(instance._meta.get_field(field), names)
    try:
        if isinstance(place, blocks.Block):
            place.clean(place.to_python(value))
        else:
            place.clean(value, None)
    except (TypeError, ValueError) as error:
        raise ValidationError(_("This value cannot be used here.")) from error


def place_of(field: Any, names: list[str]) -> Any:
    """Return the block or field that a path leads to, from a stream or a child table."""
    if isinstance(field, models.ManyToOneRel):
        return field.related_model._meta.get_field(names[0])
    if not isinstance(field, StreamField):
        return field
    block = field.stream_block
    for name in names:
        is_list = isinstance(block, blocks.ListBlock)
        block = block.child_block if is_list else block.child_blocks[name]
    return block


def check_link(address: str) -> None:
    """Raise `ValidationError` for an address that a text may not link to."""
    # Browsers read a backslash as a slash, and two slashes as another site.
    is_here = address.startswith(LINKS) and not address.replace("\\", "/").startswith("//")
    if not is_here or not address.isprintable():
        URLValidator(schemes=["http", "https"])(address)
