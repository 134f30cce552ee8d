"""A draft is shown however little of it is filled in: every page type, in both languages."""

import traceback
from collections.abc import Iterator
from itertools import product

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import Locale, Page, get_page_models

from portal.pages import PublicPage
from tests.factories import MunicipalityFactory, OrganisationFactory
from tests.half_filled import Coin, fill, fill_fields

# All empty, then by two throws; the last is all filled.
COINS = [(0.0, 0), *((0.5, seed) for seed in range(2)), (1.0, 0)]


def page_types() -> list[type[PublicPage]]:
    return [model for model in get_page_models() if issubclass(model, PublicPage)]


def drafts() -> Iterator[tuple[str, Page]]:
    """Yield (description, unsaved page) of every page type, where a new page would stand."""
    for model, locale, (share, seed) in product(page_types(), Locale.objects.all(), COINS):
        parent = place_of(model, locale)
        page = model(title="Titull", slug="titull", locale=locale)
        page.depth = parent.depth + 1
        page.path = next_path(parent, page)
        page.set_url_path(parent)
        fill(page, Coin(share, seed))
        yield f"{model.__name__} {locale.language_code} {share} {seed}", page


def place_of(model: type[Page], locale: Locale) -> Page:
    """Return a page below which a new page of this type may stand; it is made if there is none."""
    parent_model = model.allowed_parent_page_models()[0]
    if parent_model is Page:
        return Page.get_first_root_node()
    if parent := parent_model.objects.filter(locale=locale).first():
        return parent
    parent = parent_model(title="Prind", slug="prind", locale=locale)
    fill_fields(parent, Coin(1.0, 0))
    return place_of(parent_model, locale).add_child(instance=parent)


def next_path(parent: Page, page: Page) -> str:
    last = parent.get_last_child()
    return last._inc_path() if last else page._get_path(parent.path, page.depth, 1)


def last_lines(error: Exception) -> str:
    return "".join(traceback.format_exception(error)[-4:])


def test_a_preview_shows_whatever_was_filled_in(home, settings):
    settings.DEBUG_PROPAGATE_EXCEPTIONS = True
    MunicipalityFactory()
    OrganisationFactory()
    faults = {}
    for name, page in drafts():
        try:
            request = RequestFactory().get("/")
            response = page.make_preview_request(request, page.default_preview_mode)
            assert response.status_code == 200
        except Exception as error:
            faults.setdefault(last_lines(error), []).append(name)
    report(faults)


@pytest.mark.filterwarnings("ignore::bs4.MarkupResemblesLocatorWarning")  # Wagtail's comparison
def test_a_half_filled_draft_is_opened_viewed_and_compared(home, admin_client: Client):
    MunicipalityFactory()
    OrganisationFactory()
    faults = {}
    for model in page_types():
        page = model(title="Titull", slug=model.__name__.lower(), locale=home.locale)
        fill_fields(page, Coin(1.0, 0))
        page = place_of(model, home.locale).add_child(instance=page)
        before = page.save_revision(clean=False)
        fill(page, Coin(0.5, 1))
        after = page.save_revision(clean=False)
        for name, args in (
            ("edit", [page.pk]),
            ("view_draft", [page.pk]),
            ("revisions_view", [page.pk, after.pk]),
            ("revisions_compare", [page.pk, before.pk, after.pk]),
        ):
            try:
                response = admin_client.get(reverse(f"wagtailadmin_pages:{name}", args=args))
                assert response.status_code == 200
            except Exception as error:
                faults.setdefault(last_lines(error), []).append(f"{model.__name__} {name}")
    report(faults)


def report(faults: dict[str, list[str]]) -> None:
    assert not faults, "\n".join(f"{names}:\n{error}" for error, names in faults.items())
