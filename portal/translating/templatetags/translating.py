"""How far a translation is, where pages and terms are listed."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from portal.translating.tags import state_tag

register = template.Library()


@register.simple_tag
def translation_state(instance: Any) -> SafeString:
    """Show the state that a list's query told (see `with_state`); nothing where it did not."""
    return state_tag(getattr(instance, "translation_state", None))
