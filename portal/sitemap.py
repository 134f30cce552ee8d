"""The XML sitemap: every page that is really there, with its translations."""

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from portal.i18n import PageRow, hreflang_urls, live_translations, page_rows


class PageSitemap(Sitemap):
    """Lists complete pages; read with one query, whatever their number."""

    limit = 10_000

    def items(self) -> list[PageRow]:
        """Return the complete pages of all languages in tree order."""
        rows = page_rows(depth__gt=1, live=True)
        by_key = defaultdict(list)
        for row in rows:
            by_key[row.translation_key].append(row)
        self.translations = {key: live_translations(same, key) for key, same in by_key.items()}
        return [row for row in rows if row.is_complete]

    def location(self, item: PageRow) -> str:
        """Return the address without the host."""
        return item.url

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: Any = None) -> list[dict]:
        """Return what Django's template of a sitemap shows of each page."""
        self.root = settings.SITE_URL or f"{protocol}://{site.domain}"
        return [
            {"location": self.root + row.url, "alternates": self._alternates(row)}
            for row in self.paginator.page(page).object_list
        ]

    def _alternates(self, row: PageRow) -> list[dict[str, str]]:
        urls = hreflang_urls(self.translations[row.translation_key])
        return [{"lang_code": code, "location": self.root + url} for code, url in urls.items()]
