"""The pages that the demonstration does not have: one untranslated, one behind a password."""

from wagtail.models import PageViewRestriction

from home.models import StandardPage

UNTRANSLATED = "raport-i-perkthyer-me-vone"
RESTRICTED = "per-anetaret"


def make_pages() -> None:
    """Add both below the page about the organisation; the first makes a submenu."""
    about = StandardPage.objects.get(slug="rreth-nesh", locale__language_code="sq")
    add(about, "Raport që përkthehet më vonë", UNTRANSLATED, show_in_menus=True)
    restricted = add(about, "Për anëtarët dhe anëtaret", RESTRICTED)
    PageViewRestriction.objects.create(
        page=restricted, restriction_type=PageViewRestriction.PASSWORD, password="pranvera"
    )


def add(parent: StandardPage, title: str, slug: str, **values: object) -> StandardPage:
    """Publish a standard page in the source language only."""
    page = StandardPage(title=title, slug=slug, summary=title, locale=parent.locale, **values)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page
