"""Administrators erase accounts where Wagtail deleted them, and what is due goes by itself."""

from datetime import timedelta
from io import StringIO

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry, UploadedFile

from portal.accounts.models import Invitation, User
from portal.accounts.roles import Role
from portal.media.models import Document
from portal.personal.audit import KEPT, Action, Event
from portal.personal.erasure import erase_key
from tests.factories import StandardPageFactory
from tests.portal.people import address, make, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db) -> User:
    return User.objects.create_user("ana@example.org", name="Ana Hoxha")


def test_an_administrator_reads_what_will_happen_and_erases(admin_client, admin, person, publish):
    url = f"/admin/users/delete/{person.pk}/"
    text = admin_client.get(url).content.decode()
    assert "Llogaria juaj" in text
    answer = publish(admin_client.post, url, follow=True)
    assert not User.objects.filter(pk=person.pk).exists()
    event = Event.objects.get(action=Action.ACCOUNT_ERASED)
    assert (event.by, event.about) == (admin, None)
    assert "Ana" not in answer.content.decode()
    assert not ModelLogEntry.objects.filter(label__contains="Ana").exists()
    assert publish(admin_client.post, url, follow=True).status_code == 404


def test_several_accounts_are_erased_at_once(admin_client, person, publish):
    other = User.objects.create_user("beni@example.org")
    query = f"?id={person.pk}&id={other.pk}&next=/admin/users/"
    publish(admin_client.post, f"/admin/bulk/accounts/user/delete/{query}")
    assert not User.objects.filter(pk__in=[person.pk, other.pk]).exists()
    assert Event.objects.filter(action=Action.ACCOUNT_ERASED).count() == 2


def test_nobody_but_administrators_erases_others(client_as, person):
    for role in Role:
        answer = client_as(role).post(f"/admin/users/delete/{person.pk}/")
        assert answer.status_code in (302, 403), role
    assert Client().post(f"/admin/users/delete/{person.pk}/").status_code == 302
    assert User.objects.filter(pk=person.pk, is_active=True).exists()


def test_an_erasure_ends_visits_in_which_they_typed_and_nobody_elses(person):
    typed, other = Client(), make("mariana@example.org")
    theirs = signed_in(other.email)
    typed.post(address("profile"), {"by": str(person.key), "name": "Ana Hoxha"})
    erase_key(person.key)
    assert not typed.session.keys()
    assert theirs.get(address("my_page")).status_code == 200


def retention(*arguments: str) -> str:
    output = StringIO()
    call_command("retention", *arguments, stdout=output)
    return output.getvalue()


@pytest.fixture
def old_and_new(admin, person) -> None:
    """Something past its time and something within it, of each kind of rule."""
    now = timezone.now()
    for age in (KEPT + timedelta(days=1), timedelta(days=1)):
        Event.objects.create(action="x", by=person, at=now - age)
        entry = StandardPageFactory().save_revision(user=person, log_action=True)
        PageLogEntry.objects.filter(revision=entry).update(timestamp=now - age, user=person)
        Invitation.objects.create(
            address=f"{age.days}@example.org", token_digest=age.days, expires_at=now - age
        )
    document = ContentType.objects.get_for_model(Document)
    UploadedFile.objects.create(
        for_content_type=document, uploaded_by_user=person, file="wagtail_uploads/lost.txt"
    )
    UserSession.objects.create(user=person, ip="127.0.0.1", session_key="over", user_agent="x")


def test_what_is_held_too_long_is_listed_and_goes(old_and_new, person):
    listed = retention("--dry-run")
    due = ["personal.Event: 1 (two years)", "wagtailcore.PageLogEntry: 1 (two years with"]
    due += ["wagtailcore.UploadedFile: 1 (until"]
    due += ["accounts.Invitation: 1 (three months", "usersessions.UserSession: 1 (until"]
    assert not [line for line in due if line not in listed]
    assert Event.objects.count() == 2
    assert retention() == listed
    assert Event.objects.count() == 1
    assert Invitation.objects.count() == 1
    assert not UserSession.objects.exists()
    entries = PageLogEntry.objects.filter(action="wagtail.edit")
    assert sorted(bool(entry.user_id) for entry in entries) == [False, True]
    assert retention() == ""


def test_the_nightly_work_does_both():
    output = StringIO()
    call_command("daily", stdout=output, stderr=output)
    assert "erase_again:\n0 accounts erased again" in output.getvalue()
    assert "retention:" in output.getvalue()
