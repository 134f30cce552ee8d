"""Which languages a page can be read in: the one answer that every part of the portal uses.

A page is *complete* in a language when anybody may read it there (see `portal.readable`), and it
was published from a finished translation. An alias that tree sync made, or a page submitted for
translation and not finished, is not: it shows the original's content (see `portal.pages`).
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from portal.readable import readable
from portal.translating.models import TranslationState


class PageRow(NamedTuple):
    """What a link to a page needs, as read by `page_rows`."""

    id: int
    title: str
    url_path: str
    path: str
    depth: int
    show_in_menus: bool
    live: bool
    alias_of_id: int | None
    live_revision_id: int | None
    translation_key: UUID
    language: str
    language_of_original: str | None
    readable: bool
    misleads: bool

    @property
    def url(self) -> str:
        """The address without the host."""
        return page_url(self.url_path, self.language)

    @property
    def is_complete(self) -> bool:
        """Whether the page is really there to read in its language."""
        return self.readable and not is_placeholder(self)

    @property
    def written_in(self) -> str:
        """The language of its title."""
        return written_in(self)


def is_placeholder(page: Any) -> bool:
    """Whether `page` (a page or a row) stands in a language that it is not translated into.

    wagtail-localize turns an alias into a page of its own, still live with the source's text,
    when somebody submits it for translation; only publishing gives it a live revision.
    """
    if page.alias_of_id:
        return True
    if page.live_revision_id:
        return False
    language = getattr(page, "language", None) or page.locale.language_code
    return language != settings.LANGUAGE_CODE


def page_url(url_path: str, language: str) -> str:
    """Return the public address of a Wagtail `url_path`, whose first part is the home page."""
    return f"/{language}/{url_path.lstrip('/').partition('/')[2]}"


def page_rows(*conditions: Q, **lookups: Any) -> list[PageRow]:
    """Return the rows of the pages that meet all conditions, in tree order, readable or not."""
    return [PageRow(*row) for row in _all_rows().filter(*conditions, **lookups)]


@cache
def _all_rows() -> QuerySet[Page, tuple]:
    """Return the query that every page asks in one form or another; making it takes a while."""
    rows = Page.objects.order_by("path").annotate(
        language=F("locale__language_code"),
        language_of_original=F("alias_of__locale__language_code"),
        readable=ExpressionWrapper(readable(), output_field=BooleanField()),
        misleads=TranslationState.objects.outer_misleads(),
    )
    return rows.values_list(*PageRow._fields)


def targets(rows: Iterable[PageRow], language: str | None) -> dict[int, PageRow]:
    """Return by id of each page that may be linked to where a visitor reads it.

    Only what anybody may read: a link to anything else is no link.
    """
    open_rows = sorted(
        (row for row in rows if row.readable), key=lambda row: row.language == language
    )
    by_key = {row.translation_key: row for row in open_rows}
    return {row.id: by_key[row.translation_key] for row in open_rows}


def targets_of(page_ids: Iterable[int]) -> dict[int, PageRow]:
    """Return the same for pages of which only the ids are known, with one query."""
    linked = Page.objects.filter(pk__in=page_ids)
    rows = page_rows(translation_key__in=linked.values("translation_key"), live=True)
    return targets(rows, get_language())


def pages_here(model: Any, **tree: Any) -> QuerySet[Any]:
    """Return the readable pages of `model` in the visitor's tree, for lists (see `written_in`).

    `tree` is the condition of another one.
    """
    here = model.objects.filter(readable(), **(tree or {"locale__language_code": get_language()}))
    return here.annotate(
        language=F("locale__language_code"),
        language_of_original=F("alias_of__locale__language_code"),
    )


def written_in(page: Any) -> str:
    """Return the language that a page (of `pages_here`, or a row) shows its content in."""
    if page.language_of_original:
        return page.language_of_original
    return settings.LANGUAGE_CODE if is_placeholder(page) else page.language


def og_locale(language: str) -> str:
    """Return the language with its territory, as Open Graph writes it: sq_AL."""
    territory = settings.LANGUAGE_TERRITORIES.get(language)
    return f"{language}_{territory}" if territory else language


def live_translations(rows: Iterable[PageRow], translation_key: UUID) -> dict[str, PageRow]:
    """Return the complete pages with this key by language, in the order of `LANGUAGES`."""
    found = {
        row.language: row
        for row in rows
        if row.translation_key == translation_key and row.is_complete
    }
    return {language: found[language] for language, _ in settings.LANGUAGES if language in found}


def best_translation(key: UUID) -> PageRow | None:
    """Return the complete page with this key in the visitor's language, else in another."""
    found = live_translations(page_rows(translation_key=key), key)
    return found.get(get_language() or "") or next(iter(found.values()), None)


def hreflang_urls(translations: dict[str, PageRow]) -> dict[str, str]:
    """Return the address by hreflang code, `x-default` last; none for one language alone."""
    if len(translations) < 2:
        return {}
    urls = {language: row.url for language, row in translations.items()}
    return {**urls, "x-default": urls.get(settings.LANGUAGE_CODE, next(iter(urls.values())))}


def absolute(url: str, request: HttpRequest) -> str:
    """Return `url` with the site's scheme and host: `SITE_URL`, else those of the request."""
    return f"{settings.SITE_URL}{url}" if settings.SITE_URL else request.build_absolute_uri(url)
