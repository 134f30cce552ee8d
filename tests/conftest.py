"""What every test stands on: the site's structure in the database, and servers that are there."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, TestCase, TransactionTestCase
from django.utils import translation
from pytest_django import Settings
from wagtail.models import Locale
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from home.models import HomePage
from home.structure import ensure_structure
from portal.accounts.models import User
from portal.accounts.roles import Role
from search.vocabulary import read_vocabulary
from tests.browser.site import MIGRATED
from tests.database import CopiedDatabase

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop
pytest_plugins = ["tests.ground", "tests.order", "tests.stores", "tests.workers"]
RENEW = pytest.StashKey[Callable[[], None]]()


def need(is_there: object, what: str) -> None:
    """Skip the test with the reason where a server is missing; in CI that is a failure."""
    if is_there:
        return
    reason = f"needs {what}; `make services` installs and starts it"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


class ByModule(LoadScopeScheduling):
    """Gives a worker that has nothing to do the next module, whose common ground one makes.

    In the browser tests have the site in common, and each may take as long as a module.
    """

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if nodeid.startswith("tests/browser/") else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByModule:
    return ByModule(config, log)


def pytest_collection_finish() -> None:
    """Never look for garbage among what was imported."""
    gc.freeze()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what touches the database: that is tried on PostgreSQL, see scripts/test.py."""
    if item.get_closest_marker("django_db") or "db" in item.fixturenames or is_unittest(item):
        item.add_marker("database")


def is_unittest(item: pytest.Item) -> bool:
    return isinstance(getattr(item, "cls", None), type) and issubclass(item.cls, TestCase)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run have in common."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def browser_built(shared_folder: Path) -> Path:
    """The folder of the site that the browser's tests copy: built before, or in this run."""
    return Path(os.environ.get("BROWSER_BUILT") or shared_folder / "portal")


@pytest.fixture(scope="session")
def django_db_setup(  # noqa: PLR0917, fixtures
    request, django_test_environment, django_db_blocker, shared_folder, browser_built, worker_id
) -> Iterator[None]:
    """A database with the site's structure in it; the first worker makes it, the others copy."""
    with django_db_blocker.unblock():
        options = request.config.option
        database = CopiedDatabase(
            shared_folder,
            worker_id,
            migrated=browser_built / MIGRATED,
            is_kept=options.reuse_db,
            is_new=options.create_db,
        )
        database.take(ensure_structure)

    def renew() -> None:
        with django_db_blocker.unblock():
            database.renew()

    request.config.stash[RENEW] = renew
    yield
    with django_db_blocker.unblock():
        database.leave()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """After a test that commits, give the next one the structure back."""
    if not commits(item):
        yield
        return
    with patch.object(TransactionTestCase, "_fixture_teardown"):  # would empty what is dropped
        yield
    if nextitem:
        item.config.stash[RENEW]()


def commits(item: pytest.Item) -> bool:
    """Whether the test's own transaction ends, after which Django empties every table."""
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or "transactional_db" in item.fixturenames


@pytest.fixture(autouse=True)
def fresh_start() -> None:
    """Forget what other tests left: renditions whose files are gone, the language of a visit, and
    words whose rows left their ids to others."""
    cache.clear()
    read_vocabulary.cache_clear()
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def home(db) -> HomePage:
    return HomePage.objects.get(locale__language_code="sq")


@pytest.fixture
def home_en(db) -> HomePage:
    return HomePage.objects.get(locale__language_code="en")


@pytest.fixture
def english(db) -> Locale:
    return Locale.objects.get(language_code="en")


@pytest.fixture
def admin(db) -> User:
    return User.objects.create_superuser("admin@example.org", "demo-demo-demo")


@pytest.fixture
def admin_client(admin: User) -> Client:
    client = Client()
    client.force_login(admin)
    return client


@pytest.fixture
def client_as(db) -> Callable[[Role], Client]:
    """A function that signs in somebody with a role."""

    def sign_in(role: Role) -> Client:
        user = User.objects.create_user(f"{role.name.lower()}@example.org")
        user.groups.add(role.group())
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def queue(settings: Settings) -> None:
    """The real queue, in which tasks wait until `worker --once` is called."""
    background = settings.TASKS["background"] | {"BACKEND": "django_tasks_db.DatabaseBackend"}
    settings.TASKS = settings.TASKS | {"background": background}


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """A function that runs another and then what it left for the end of the transaction."""

    def run(function: Callable, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return function(*args, **kwargs)

    return run


ROOT = Path(__file__).resolve().parent.parent
