"""`manage.py bench_targets`: makes bulk content and names everything to be measured."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from bench.baseline.models import BarePage
from bench.baseline.synthetic import make_models, make_study
from bench.baseline.training import make_cohort
from portal.accounts.models import User

HOST, BARE_HOST = settings.ALLOWED_HOSTS
PROGRAMME = "/sq/baza-e-njohurive/trajnime/riintegrimi-i-te-mbijetuarave/"
LESSON = f"{PROGRAMME}mbeshtetja-e-riintegrimit/takimi-i-pare/"
TRAINER = "trainer@example.org"
GROUP = {"people": 200, "lessons": 40}
TRAINEE, SIGNED_IN = "trainee@example.org", ", signed in"
PAGES = {
    "Home": "/sq/",
    "Project index": "/sq/projekte/",
    "Project": "/sq/projekte/iris-progress/",
    "Study": "/sq/baza-e-njohurive/studim-i-gjate/",
    "Chapter": "/sq/baza-e-njohurive/studim-i-gjate/kapitulli-20/",
    "Model": "/sq/baza-e-njohurive/modele-integrimi/model-7/",
    "Model index": "/sq/baza-e-njohurive/modele-integrimi/?need=housing&size=small",
    "Help": "/sq/kontakte-te-dobishme/",
    "Standard page": "/sq/rreth-nesh/",
    "Programme": PROGRAMME,
    "Lesson": LESSON,
}
LEVELS = 6
MODELS = 500
STUDY = {"slug": "studim-i-gjate", "chapters": 40, "words": 100_000}


class Command(BaseCommand):
    help = "Makes bulk content and prints as JSON what is measured, with its SQL queries."

    def handle(self, **options: Any) -> None:
        """Print a list of objects with name, host, path, bare (a name) and queries (a count)."""
        make_bare_pages()
        make_models(MODELS)
        make_study(**STUDY)
        targets = [target(name, HOST, path) for name, path in PAGES.items()]
        targets.append(target(f"Lesson{SIGNED_IN}", HOST, LESSON, TRAINEE))
        for level in range(1, LEVELS + 1):
            path = "/sq/" + "bare/" * (level - 1)
            targets.append(target(bare_page(path), BARE_HOST, path))
        targets.append(target(f"{bare_page(path)}{SIGNED_IN}", BARE_HOST, path, TRAINEE))
        trainer = User.objects.get(email=TRAINER)
        cohort = make_cohort(trainer, **GROUP)
        progress = reverse("cohort_progress", args=[cohort.key])
        targets += [
            {**target("Progress of a group", HOST, progress, TRAINER), "bare": ""},
            {**target("Empty view", HOST, "/empty/"), "bare": ""},
        ]
        self.stdout.write(json.dumps(targets))


def make_bare_pages() -> None:
    """Make one bare page a level, as a site of its own."""
    parent = Page.get_first_root_node()
    for _level in range(LEVELS):
        page = BarePage(title="Bare", slug="bare", locale=Locale.get_default())
        parent = parent.add_child(instance=page)
    Site.objects.create(hostname=BARE_HOST, root_page=BarePage.objects.get(depth=2))


def target(name: str, host: str, path: str, email: str = "") -> dict[str, Any]:
    """Describe an address to measure, as a visitor or as who has the account."""
    client = Client(SERVER_NAME=host)
    if email:
        client.force_login(User.objects.get(email=email))
    return {
        "name": name,
        "host": host,
        "path": path,
        "bare": f"{bare_page(path)}{SIGNED_IN if email else ''}",
        "queries": count_queries(client, path),
        "cookie": "; ".join(f"{each.key}={each.value}" for each in client.cookies.values()),
    }


def bare_page(path: str) -> str:
    """Return the name of the bare page at the same depth as `path`."""
    return f"Bare page, level {path.partition('?')[0].count('/') - 1}"


def count_queries(client: Client, path: str) -> int:
    """Count what a worker asks the database that has served the page before."""
    client.get(path, secure=True)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path, secure=True)
    if response.status_code != 200:
        raise AssertionError(f"{path} answers {response.status_code}")
    return len(queries)
