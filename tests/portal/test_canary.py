"""Who is erased is found nowhere: one word stands in all that is theirs, and is looked for.

The search knows no list: it reads every table, both stores, the cache, the log and the mails. What
is planted is checked against the descriptions, so that a new one needs a seed here.
"""

import base64
import json
import logging
import pickle
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from wagtail.models import Comment, Page, PageLogEntry, TaskState
from wagtail_localize.models import StringTranslation

from knowledgebase.training.models import Attendance, CohortMessage
from portal.accounts.models import Invitation, User
from portal.media.storages import private_storage, public_storage
from portal.personal.erasure import ask_to_erase, erase_again, erase_key
from portal.personal.held import all_held
from portal.personal.markers import mark, marked_keys
from tests.media.factories import ImageFactory
from tests.portal.planting import CANARY, EMAIL, ID, NAME, PASSWORD
from tests.portal.planting.accounts import (
    plant_account,
    plant_bundle,
    plant_mails,
    plant_tasks,
    signed_in,
)
from tests.portal.planting.mentoring import plant_mentoring, plant_pair, plant_requests
from tests.portal.planting.pages import (
    plant_comments,
    plant_enquiries,
    plant_files,
    plant_page,
    plant_translation,
)
from tests.portal.planting.training import plant_certificates, plant_groups, plant_training

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

# Filled by nothing, in the place of Wagtail's models, or empty by their nature.
NOT_PLANTED = {"wagtailimages.Image", "wagtaildocs.Document"}


@pytest.fixture(autouse=True)
def roots(settings, tmp_path) -> None:
    """Stores of the test's own: nothing of other tests is read."""
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.MEDIA_ROOT = tmp_path / "public"


@pytest.fixture(autouse=True)
def admins_search(settings) -> None:
    """The admin's own search knows what is saved, as it does outside of tests."""
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database"}}


@pytest.fixture
def person(db) -> User:
    person = User.objects.create_user(
        EMAIL, PASSWORD, pk=ID, name=NAME, organisation=CANARY, position=CANARY, is_superuser=True
    )
    EmailAddress.objects.create(user=person, email=EMAIL, primary=True, verified=True)
    other = EmailAddress.objects.create(user=person, email=f"second.{EMAIL}")
    EmailConfirmation.objects.create(email_address=other, key=CANARY)
    return person


@pytest.fixture
def planted(person, admin, home, english, publish) -> User:
    """The person, in everything that is described."""
    client = signed_in(person)
    plant_account(person, admin)
    plant_bundle(person)
    plant_page(client, person, admin, home)
    plant_translation(person, home, english)
    plant_files(person, publish)
    plant_certificates(person, admin, publish)
    plant_training(person, admin)
    plant_groups(person, admin)
    plant_mentoring(person, admin)
    plant_requests(person, admin)
    plant_pair(person, admin)
    plant_tasks(person)
    plant_mails(person)
    plant_comments(person)
    plant_enquiries(person)
    return person


def everywhere() -> Iterator[tuple[str, str]]:
    """Yield where something stands, and what: all rows, files, cached values."""
    yield from rows()
    yield from visits()
    for store in (private_storage(), public_storage()):
        yield from files(store, "")
    for key, value in cache._cache.items():
        yield "cache", f"{key} {pickle.loads(value)!r}"


def rows() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                yield table, " ".join(map(as_text, row))


def as_text(value: Any) -> str:
    text = value.decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)
    return text if "\\u" not in text else text.encode().decode("unicode-escape", "replace")


def visits() -> Iterator[tuple[str, str]]:
    for session in Session.objects.all():
        yield "django_session", json.dumps(session.get_decoded())


def files(store: Any, folder: str) -> Iterator[tuple[str, str]]:
    folders, names = store.listdir(folder)
    for name in names:
        path = f"{folder}/{name}".lstrip("/")
        with store.open(path) as file:
            data = file.read()
        yield f"{store.title} {path}", path if folder != "erasures" else ""
        yield f"{store.title} {path}", unpacked(data)
    for each in folders:
        yield from files(store, f"{folder}/{each}".lstrip("/"))


def unpacked(data: bytes) -> str:
    parts = [data]
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as archive:
            parts += [archive.read(name) for name in archive.namelist()]
    return b" ".join(parts).decode("latin-1")


def signs(person: User) -> list[str]:
    """Return what a person could be found by."""
    word = base64.b64encode(CANARY.encode()).decode().rstrip("=")[:-1]
    return [CANARY.lower(), word.lower(), str(ID), str(person.key), person.key.hex]


def found(person: User) -> set[str]:
    looked_for = signs(person)
    return {
        place for place, text in everywhere() if any(sign in text.lower() for sign in looked_for)
    }


def test_somebody_who_is_erased_is_found_nowhere(store, planted, caplog, mailoutbox, publish):
    caplog.set_level(logging.INFO)
    unplanted = [held.model for held in all_held() if held.links and not held.of(planted).exists()]
    assert set(unplanted) <= NOT_PLANTED, "plant these"
    before = found(planted)
    tables = {held.model_class._meta.db_table for held in all_held() if held.links}
    tables -= {"wagtailimages_image", "wagtaildocs_document"}
    assert tables - before == set(), "these tables hold nothing that the search sees"
    assert len([place for place in before if place.startswith("private documents/")]) == 2
    caplog.clear()
    mailoutbox.clear()
    pages, images = Page.objects.count(), ImageFactory._meta.model.objects.count()
    mark(planted.key)
    publish(erase_key, planted.key)
    assert found(planted) == set()
    said = f"{caplog.text} {mailoutbox}".lower()
    assert not [sign for sign in signs(planted) if sign in said]
    assert planted.key in marked_keys()
    assert (Page.objects.count(), ImageFactory._meta.model.objects.count()) == (pages, images)


def test_what_others_said_and_did_stays(planted, admin):
    erase_key(planted.key)
    page = Page.objects.get(slug="faqja").specific
    assert [remark.text for remark in Comment.objects.filter(page=page)] == ["Mirë"]
    draft = page.get_latest_revision().content["wagtail_admin_comments"]
    assert [(each["text"], each["user"], each["replies"]) for each in draft] == [
        ("Mirë", admin.pk, [])
    ]
    assert page.get_latest_revision_as_object().title == "Faqja"
    assert (page.owner, page.locked, page.locked_by) == (None, False, None)
    assert PageLogEntry.objects.filter(action="wagtail.comments.edit").count() == 1
    assert TaskState.objects.get().comment == ""
    assert StringTranslation.objects.filter(data="The page", last_translated_by=None).exists()
    assert Invitation.objects.get().address == "beni@example.org"
    assert CohortMessage.objects.filter(subject="Takimi", sent_by=None).exists()
    assert Attendance.objects.filter(user=admin, noted_by=None).exists()


def test_an_erasure_holds_after_a_restored_backup(person, admin, publish):
    key = person.key
    publish(ask_to_erase, person, by=person)
    User.objects.create_user("dora@example.org")
    User.objects.create_user(EMAIL, key=key, name=NAME)
    assert publish(erase_again) == 1
    assert publish(erase_again) == 0
    assert not User.objects.filter(key=key).exists()
    assert User.objects.filter(email="dora@example.org").exists()
