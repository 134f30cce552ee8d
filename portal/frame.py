"""What stands around the content of every page: menu, breadcrumb, languages, footer.

Everything is read with two queries: the furniture row, and one for all pages that are named
anywhere on the page (menu, ancestors, translations, links in texts, footer). Templates have it as
`frame`; nothing is read before something is shown.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import Resolver404, resolve, translate_url
from django.utils import timezone
from django.utils.translation import get_language, override
from wagtail.models import Page

from portal.accounts.models import User
from portal.furniture.models import Furniture
from portal.i18n import PageRow, absolute, hreflang_urls, live_translations, page_rows, targets
from portal.middleware import is_signed_in

HOME_DEPTH = 2
MENU_DEPTHS = (3, 4)
STEP = Page.steplen


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A page in the menu, with the pages below it."""

    page: PageRow
    children: list[PageRow]
    is_current: bool


@dataclass(frozen=True, slots=True)
class Language:
    """A language in the switcher, with the address of the same content in it."""

    code: str
    name: str
    url: str
    is_current: bool


class Frame:
    """The surroundings of what one request shows: a page, or a view without a page."""

    def __init__(self, request: HttpRequest, page: Page | None = None) -> None:
        self.request = request
        self._page = page
        language = getattr(request, "LANGUAGE_CODE", None) or get_language()
        self.language: str = language or settings.LANGUAGE_CODE
        self._linked_ids: set[int] = set()

    @property
    def page(self) -> Page | None:
        """The page that the visitor is on, which may show another's content."""
        return self._page

    def link(self, page_ids: Iterable[int]) -> None:
        """Name pages that are linked to, so that they are read with all others."""
        missing = {*page_ids} - self._linked_ids
        if missing and "rows" in self.__dict__:
            raise RuntimeError(f"Pages {missing} were linked to after the frame had read its own.")
        self._linked_ids |= missing

    @cached_property
    def furniture(self) -> Furniture:
        """The helplines, the footer and the like, in the visitor's language."""
        with override(self.language):
            return Furniture.objects.current() or Furniture()

    @cached_property
    def alerts(self) -> list[Any]:
        """The alerts of this moment in the visitor's language; none in another's words."""
        alerts = self.furniture.running_alerts(timezone.now())
        return alerts if alerts and self.furniture.language == self.language else []

    @cached_property
    def rows(self) -> list[PageRow]:
        """Every page that the page names, in tree order."""
        # A union, because no index serves conditions of several kinds that "or" joins.
        first, *others = (pages.order_by().values("pk") for pages in self._named())
        return page_rows(pk__in=first.union(*others, all=True))

    def _named(self) -> Iterator[QuerySet[Page]]:
        # Those that nobody may read are told apart where rows are shown, by `readable`.
        here = Page.objects.filter(locale__language_code=self.language, live=True)
        yield here.filter(depth=HOME_DEPTH)
        yield here.filter(depth__in=MENU_DEPTHS, show_in_menus=True)
        if self.page:
            yield Page.objects.filter(translation_key=self.page.translation_key)
            yield Page.objects.filter(path__in=ancestor_paths(self.page.path))
        elif below := self._steps_astray:
            meant = Page.objects.filter(slug=below[-1], depth=HOME_DEPTH + len(below))
            yield Page.objects.filter(translation_key__in=meant.values("translation_key"))
        alert_ids = {block.value.page_id for block in self.alerts} - {None}
        linked_ids = {*self._linked_ids, *self.furniture.page_ids(), *alert_ids}
        if linked_ids:
            linked = Page.objects.filter(pk__in=linked_ids)
            same = Page.objects.filter(translation_key__in=linked.values("translation_key"))
            yield same.filter(live=True)

    @cached_property
    def is_signed_in(self) -> bool:
        """Whether the visitor has an account and is using it."""
        return is_signed_in(self.request)

    @property
    def person(self) -> str:
        """How the person who is signed in is called."""
        return str(self.request.user)

    @property
    def unread_count(self) -> int:
        """How many messages wait for the person who is signed in."""
        return cast(User, self.request.user).unread_count

    @cached_property
    def home(self) -> PageRow | None:
        """The front page in the visitor's language."""
        return next((row for row in self.rows if self._is_here(row, depth=HOME_DEPTH)), None)

    def _is_here(self, row: PageRow, depth: int) -> bool:
        return row.language == self.language and row.depth == depth and row.live

    @cached_property
    def menu(self) -> list[MenuItem]:
        """The menu's first level, each item with its second."""
        shown = [row for row in self.rows if row.show_in_menus and row.is_complete]
        return [self._menu_item(row, shown) for row in shown if self._is_here(row, depth=3)]

    def _menu_item(self, top: PageRow, shown: list[PageRow]) -> MenuItem:
        children = [
            row for row in shown if self._is_here(row, depth=4) and row.path.startswith(top.path)
        ]
        is_current = bool(self.page and self.page.path.startswith(top.path))
        return MenuItem(top, children, is_current)

    @cached_property
    def breadcrumb(self) -> list[PageRow]:
        """The pages above this one, from the front page down."""
        if not self.page:
            return []
        above = set(ancestor_paths(self.page.path))
        return [row for row in self.rows if row.path in above and row.live]

    @cached_property
    def translations(self) -> dict[str, PageRow]:
        """The languages in which this page is really there."""
        return live_translations(self.rows, self.page.translation_key) if self.page else {}

    @cached_property
    def original(self) -> Language | None:
        """Where to read the original of a translation that states what it states no more."""
        page_id = self.page.pk if self.page else None
        if not any(row.misleads and row.id == page_id for row in self.rows):
            return None
        return next(each for each in self.languages if each.code == settings.LANGUAGE_CODE)

    @cached_property
    def alternates(self) -> list[tuple[str, str]]:
        """Pairs of hreflang code and absolute address; none for a page in one language only."""
        urls = hreflang_urls(self.translations)
        return [(code, self.absolute(url)) for code, url in urls.items()]

    @cached_property
    def canonical(self) -> str:
        """The one absolute address of this content."""
        best = self.translations.get(self.language) or next(iter(self.translations.values()), None)
        return self.absolute(best.url if best else self.request.path)

    def absolute(self, url: str) -> str:
        """Return `url` with the site's scheme and host."""
        return absolute(url, self.request)

    @cached_property
    def languages(self) -> list[Language]:
        """Every language of the site, each with this content's address and the query string."""
        return [
            Language(code, name, self._url_in(code), code == self.language)
            for code, name in settings.LANGUAGES
        ]

    def _url_in(self, code: str) -> str:
        query = self.request.GET.urlencode()
        url = self._content_url_in(code)
        return f"{url}?{query}" if query else url

    def _content_url_in(self, code: str) -> str:
        if self.page:
            same = (row for row in self.rows if self._is_this_page(row) and row.language == code)
            return next((row.url for row in same), f"/{code}/")
        match = self.request.resolver_match
        if not match or match.url_name == "wagtail_serve":  # no page was found
            return self._meant_url_in(code)
        return translate_url(self.request.path, code)

    @cached_property
    def _steps_astray(self) -> list[str]:
        """The parts of the address after its language, where no page was found."""
        language, *below = self.request.path.strip("/").split("/")
        return below if language in dict(settings.LANGUAGES) else []

    def _meant_url_in(self, code: str) -> str:
        """Return what a visitor who went astray may have meant: the translation of what stands
        at this address or, but for the language before it, at the same; else the front page.
        """
        urls = {
            each: "/".join(["", each, *self._steps_astray, ""]) for each, _ in settings.LANGUAGES
        }
        keys = {row.translation_key for row in self.rows if row.url in urls.values()}
        meant = (row for row in self.rows if row.translation_key in keys and row.readable)
        url = next((row.url for row in meant if row.language == code), None)
        return url or (urls[code] if _is_a_view(urls[code], code) else f"/{code}/")

    def _is_this_page(self, row: PageRow) -> bool:
        same = self.page and row.translation_key == self.page.translation_key
        return bool(same and row.readable)

    @cached_property
    def links(self) -> dict[int, PageRow]:
        """By id of the page that an editor linked to, the page to send this visitor to."""
        return targets(self.rows, self.language)

    @property
    def help_page(self) -> PageRow | None:
        """The page with all numbers and offices, if anybody may read it."""
        return self._public_link(self.furniture.help_page_id)

    @property
    def safety_page(self) -> PageRow | None:
        """The page on safety online, if anybody may read it."""
        return self._public_link(self.furniture.safety_page_id)

    def _public_link(self, page_id: int | None) -> PageRow | None:
        row = self.links.get(page_id) if page_id else None
        return row if row and row.readable else None

    @property
    def footer_links(self) -> list[PageRow]:
        """The pages that the footer links to."""
        ids = self.furniture.footer_page_ids()
        return [self.links[page_id] for page_id in ids if page_id in self.links]


def _is_a_view(url: str, language: str) -> bool:
    """Whether an address of ours leads to a view, in a language whose addresses are its own."""
    with override(language), suppress(Resolver404):
        return resolve(url).url_name != "wagtail_serve"
    return False


def frame_of(request: HttpRequest, page: Page | None = None) -> Frame:
    """Return the one frame of a request, around `page` if it names the first."""
    frame: Frame | None = getattr(request, "frame", None)
    if frame is None:
        frame = request.frame = Frame(request, page)  # type: ignore[attr-defined]
    if page and not frame.page:
        raise RuntimeError("The frame was made before its page was known.")
    return frame


def context(request: HttpRequest) -> dict[str, Any]:
    """Give every template its frame."""
    return {"frame": frame_of(request)}


def ancestor_paths(path: str) -> list[str]:
    """Return the tree paths above `path`, without the root and the page itself."""
    return [path[:end] for end in range(2 * STEP, len(path), STEP)]
