"""The pages that the demonstration does not have: one untranslated, one behind a password."""

from wagtail.models import Locale, Page, PageViewRestriction

from home.models import StandardPage

UNTRANSLATED = "raport-i-perkthyer-me-vone"
RESTRICTED = "per-anetaret"


def make_pages() -> None:
    """Add both below the page about the organisation; the first makes a submenu."""
    about = StandardPage.objects.get(slug="rreth-nesh", locale__language_code="sq")
    add(about, "Raport që përkthehet më vonë", UNTRANSLATED, show_in_menus=True)
    for page in add(about, "Për anëtarët dhe anëtaret", RESTRICTED):
        PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.PASSWORD, password="pranvera"
        )


def add(parent: StandardPage, title: str, slug: str, **values: object) -> list[Page]:
    """Publish a page in the source language; return it with its aliases in the others."""
    page = StandardPage(title=title, slug=slug, summary=title, locale=parent.locale, **values)
    parent.add_child(instance=page)
    page.save_revision().publish()
    others = Locale.objects.exclude(pk=parent.locale_id)
    return [page, *(page.copy_for_translation(locale, alias=True) for locale in others)]
