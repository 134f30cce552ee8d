"""A draft is shown however little of it is filled in: every page type, in both languages."""

import traceback
from collections.abc import Iterator

from django.test import RequestFactory
from wagtail.models import Locale, Page, get_page_models

from portal.pages import PublicPage
from tests.factories import MunicipalityFactory, OrganisationFactory
from tests.half_filled import Coin, fill, fill_fields

# All empty, then by two throws; the last is all filled.
COINS = [(0.0, 0), *((0.5, seed) for seed in range(2)), (1.0, 0)]


def drafts() -> Iterator[tuple[str, Page]]:
    """Yield (description, unsaved page) of every page type, where a new page would stand."""
    for model in get_page_models():
        if not issubclass(model, PublicPage):
            continue
        for locale in Locale.objects.all():
            for share, seed in COINS:
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
    assert not faults, "\n".join(f"{names}:\n{error}" for error, names in faults.items())
