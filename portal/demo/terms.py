"""Terms of the demonstration content, made once and found again by their slugs."""

from typing import Any

from portal.demo.build import Demo, source_text
from portal.demo.content import ContentError
from portal.terms.models import Term


def make_term(demo: Demo, model: type[Term], slug: str, content: dict[str, Any]) -> None:
    """Make one term in every language, unless it is there."""
    if model.objects.filter(slug=slug, locale=demo.source).exists():
        return
    values = {name: value for name, value in source_text(content).items() if value is not None}
    term = model.objects.create(slug=slug, locale=demo.source, **values)
    demo.translate(term, content)


def terms(demo: Demo, model: type[Term], slugs: list[str]) -> list[Term]:
    """Return the source's terms with these slugs, in this order; raises ContentError."""
    by_slug = {term.slug: term for term in model.objects.filter(locale=demo.source)}
    if unknown := [slug for slug in slugs if slug not in by_slug]:
        raise ContentError(f'{model._meta.verbose_name_plural}: there is no "{unknown[0]}"')
    return [by_slug[slug] for slug in slugs]
