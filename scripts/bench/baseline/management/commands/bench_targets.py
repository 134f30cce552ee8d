"""`manage.py bench_targets`: makes the bare pages and names everything to be measured."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from bench.baseline.models import BarePage
from home.models import HelpPage, HomePage, StandardPage
from portal.i18n import page_url
from projects.models import ProjectIndexPage, ProjectPage

HOST, BARE_HOST = settings.ALLOWED_HOSTS
MEASURED = {
    "Home": HomePage,
    "Project index": ProjectIndexPage,
    "Project": ProjectPage,
    "Help": HelpPage,
    "Standard page": StandardPage,
}


class Command(BaseCommand):
    help = "Makes the bare pages and prints as JSON what is measured, with its SQL queries."

    def handle(self, **options: Any) -> None:
        """Print a list of objects with name, host, path, bare (a name) and queries (a count)."""
        with override(settings.LANGUAGE_CODE):
            source = Locale.get_default()
            targets = [target(name, measured_page(name, source), HOST) for name in MEASURED]
            depths = {each["depth"] for each in targets}
            targets += [
                target(bare_name(page.depth), page, BARE_HOST)
                for page in make_bare_pages(source, max(depths))
                if page.depth in depths
            ]
        targets.append({"name": "Empty view", "host": HOST, "path": "/empty/", "bare": ""})
        for each in targets:
            each["queries"] = count_queries(each["host"], each["path"])
        self.stdout.write(json.dumps(targets))


def measured_page(name: str, locale: Locale) -> Page:
    """Return the live page with most to show: the one that has been written first."""
    return MEASURED[name].objects.filter(locale=locale).live().order_by("path")[0]


def make_bare_pages(locale: Locale, deepest: int) -> list[Page]:
    """Make one bare page a level, as a site of its own, down to the level `deepest`."""
    root = Page.get_first_root_node()
    pages = [root.add_child(instance=BarePage(title="Bare", slug="bare", locale=locale))]
    while pages[-1].depth < deepest:
        page = BarePage(title="Bare", slug="bare", locale=locale)
        pages.append(pages[-1].add_child(instance=page))
    Site.objects.create(hostname=BARE_HOST, root_page=pages[0])
    return pages


def target(name: str, page: Page, host: str) -> dict[str, Any]:
    """Describe a page."""
    path = page_url(page.url_path, page.locale.language_code)
    bare = bare_name(page.depth)
    return {"name": name, "host": host, "path": path, "bare": bare, "depth": page.depth}


def bare_name(depth: int) -> str:
    """Return the name of the bare page at `depth`, 2 being a front page."""
    return f"Bare page, level {depth - 1}"


def count_queries(host: str, path: str) -> int:
    """Count what a worker asks the database that has served the page before."""
    client = Client(SERVER_NAME=host)
    client.get(path, secure=True)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path, secure=True)
    if response.status_code != 200:
        raise AssertionError(f"{host}{path} answers {response.status_code}")
    return len(queries)
