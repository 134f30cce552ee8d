"""What the gate's questions in the admin show."""

from typing import Any

from django import template

from portal.publishing.languages import is_source, other_languages

register = template.Library()


@register.inclusion_tag("publishing/languages.html")
def languages_too(page: Any) -> dict[str, Any]:
    """Offer the languages of a page that go with it; all are ticked for a source."""
    others = [page for page in other_languages(page) if page.live and not page.alias_of_id]
    return {"others": others, "ticked": is_source(page)}
