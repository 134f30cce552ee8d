"""What a person sees of what is held about them, and does about it."""

import json
from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page

from portal.accounts.models import Message, User
from portal.media.storages import private_storage
from portal.media.stores import PrivateFolder, StoreError
from portal.personal import erasure, exports
from portal.personal.audit import Action, Event
from portal.personal.deleting import delete_lost_files
from portal.personal.exports import Export, ask_for_export
from portal.personal.markers import mark, marked_keys
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db

PASSWORD = "nje fjalekalim i gjate"


@pytest.fixture
def person(db) -> User:
    return make("ana@example.org", name="Ana Hoxha")


def make(email: str, **fields) -> User:
    user = User.objects.create_user(email, PASSWORD, **fields)
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    return user


def address(name: str, *args, language: str = "sq") -> str:
    with override(language):
        return reverse(name, args=args)


def signed_in(user: User, *, is_sure: bool = True) -> Client:
    """Return the browser of somebody; `is_sure` where they gave their password a moment ago."""
    mine = Client()
    mine.force_login(user)
    if is_sure:
        mine.post(address("account_reauthenticate"), {"password": PASSWORD})
    return mine


@pytest.fixture
def mine(person) -> Client:
    return signed_in(person)


def asked(mine: Client, person: User, publish) -> Export:
    response = publish(mine.post, address("my_data_copy"))
    assert response["Location"] == address("my_data")
    return Export.objects.filter(user=person).latest("asked_at")


def body(response) -> str:
    return b"".join(response.streaming_content).decode()


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_page_names_each_right(mine, language, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = mine.get(address("my_data", language=language))
    assert "no-store" in page["Cache-Control"]
    words = {
        "sq": [
            "124/2024",
            "Shihni",
            "kopje",
            "korrig",
            "kufizo",
            "kundërsht",
            "fshi",
            "Komisioner",
        ],
        "en": [
            "124/2024",
            "See what",
            "copy",
            "corrected",
            "only keep",
            "object",
            "erased",
            "Commis",
        ],
    }
    text = page.content.decode()
    assert not [word for word in words[language] if word.lower() not in text.lower()]


def test_my_page_leads_to_it(mine):
    assert address("my_data") in mine.get(address("my_page")).content.decode()


@pytest.mark.parametrize("name", ["my_data", "my_data_copy", "my_data_erase", "my_data_consent"])
def test_nobody_sees_it_who_is_not_signed_in(name):
    client = Client()
    for response in (client.get(address(name)), client.post(address(name))):
        assert response.status_code in (302, 405)
        assert response.status_code == 405 or address("account_login") in response["Location"]


@pytest.mark.parametrize("name", ["my_data_copy", "my_data_erase"])
def test_a_forgotten_session_copies_and_erases_nothing(person, name):
    mine = signed_in(person, is_sure=False)
    response = mine.post(address(name))
    assert response["Location"].startswith(address("account_reauthenticate"))
    assert User.objects.filter(pk=person.pk, is_active=True).exists()
    assert not Export.objects.exists()


def test_who_is_sent_to_give_the_password_goes_on_where_they_were(person, publish):
    mine = signed_in(person, is_sure=False)
    there = mine.post(address("my_data_copy"))["Location"]
    publish(mine.post, there, {"password": PASSWORD})
    assert Export.objects.filter(user=person).exists()


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_copy_is_made_for_people_and_for_programs(store, person, language, publish):
    StandardPageFactory(title="Faqja ime", owner=person)
    mine = signed_in(person)
    publish(mine.post, address("my_data_copy", language=language))
    export = Export.objects.get()
    data = mine.get(address("my_data_file", export.key, "json", language=language))
    assert "attachment" in data["Content-Disposition"]
    held = {part["table"]: part for part in json.loads(body(data))["held"]}
    account = held["accounts.User"]["rows"][0]
    assert (account["email"], account["name"]) == ("ana@example.org", "Ana Hoxha")
    assert "password" not in account
    assert held["wagtailcore.Page"]["rows"][0]["title"] == "Faqja ime"
    page = mine.get(address("my_data_file", export.key, "html", language=language))
    text = body(page)
    assert {"sq": "Llogaria juaj", "en": "Your account"}[language] in text
    assert "Ana Hoxha" in text
    assert PASSWORD not in text
    assert "http" not in text.replace("http-equiv", "")
    message = Message.objects.get(to=person)
    assert message.link == address("my_data", language=language)
    assert Event.objects.filter(action=Action.DATA_EXPORTED, about=person).count() == 1
    assert str(export.key) in mine.get(address("my_data")).content.decode()


def test_a_name_with_markup_is_text_in_the_copy(person, publish):
    User.objects.update(name="<script>alert(1)</script>")
    mine = signed_in(person)
    export = asked(mine, person, publish)
    text = body(mine.get(address("my_data_file", export.key, "html")))
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_a_copy_is_for_its_person_alone(mine, person, admin, publish):
    export = asked(mine, person, publish)
    url = address("my_data_file", export.key, "json")
    admin.set_password(PASSWORD)
    admin.save()
    assert signed_in(admin).get(url).status_code == 404
    assert Client().get(url).status_code == 302
    forgotten = signed_in(person, is_sure=False).get(url)
    assert forgotten["Location"].startswith(address("account_reauthenticate"))


def test_a_link_to_a_copy_that_is_none_leads_nowhere(mine, person, publish):
    export = asked(mine, person, publish)
    for key, form in ((uuid4(), "json"), (export.key, "exe"), (export.key, "key")):
        assert mine.get(address("my_data_file", key, form)).status_code == 404
    for path in (f"kopja/{export.key}.", "kopja/x.json", "kopja/../../json"):
        assert mine.get(address("my_data") + path).status_code == 404
    url = address("my_data_file", export.key, "json")
    private_storage().delete(export.json.name)
    assert mine.get(url).status_code == 404
    Export.objects.update(asked_at=timezone.now() - exports.KEPT)
    assert mine.get(url).status_code == 404
    assert str(export.key) not in mine.get(address("my_data")).content.decode()


def test_a_copy_that_is_on_its_way_is_not_asked_for_twice(person, monkeypatch):
    waiting = SimpleNamespace(enqueue=lambda key: None)
    monkeypatch.setattr("portal.personal.tasks.make_export", waiting)
    first = ask_for_export(person, language="sq")
    assert ask_for_export(person, language="sq") == first
    Export.objects.update(asked_at=timezone.now() - exports.PATIENCE)
    assert Export.objects.get() == first
    assert ask_for_export(person, language="sq") != first
    assert Export.objects.count() == 1


def test_a_copy_is_made_once_and_none_for_somebody_who_is_gone(person, publish):
    export = publish(ask_for_export, person, language="sq")
    export.refresh_from_db()
    exports.make(str(export.key))
    again = Export.objects.get()
    assert (again.ready_at, again.json.name) == (export.ready_at, export.json.name)
    assert Message.objects.count() == 1
    exports.make(str(uuid4()))


def test_the_page_before_an_erasure_says_what_goes_and_what_stays(mine, person):
    StandardPageFactory(title="Faqja").save_revision(user=person)
    for language, words in {
        "sq": ["Llogaria juaj", "Versionet që keni ruajtur", "Fshini llogarinë time përgjithmonë"],
        "en": ["Your account", "Versions that you saved", "Erase my account permanently"],
    }.items():
        text = mine.get(address("my_data_erase", language=language)).content.decode()
        assert not [word for word in words if word not in text], language


def test_an_account_is_erased_and_its_sessions_end(store, mine, person, publish):
    export = asked(mine, person, publish)
    other = signed_in(person)
    response = publish(mine.post, address("my_data_erase"))
    assert response["Location"] == address("my_data_erased")
    assert mine.get(response["Location"]).status_code == 200
    assert not User.objects.filter(key=person.key).exists()
    assert other.get(address("my_page")).status_code == 302
    assert not private_storage().exists(export.json.name)
    assert person.key in marked_keys()
    assert Event.objects.filter(action=Action.ACCOUNT_ERASED, by=None, about=None).exists()


def test_erasing_twice_does_no_more_than_once(mine, person, publish):
    publish(mine.post, address("my_data_erase"))
    again = publish(mine.post, address("my_data_erase"))
    assert again["Location"].startswith(address("account_login"))
    assert not erasure.erase_key(person.key)
    assert Event.objects.filter(action=Action.ACCOUNT_ERASED).count() == 1


def test_who_was_erased_a_moment_ago_gets_no_error(mine, person, monkeypatch, publish):
    monkeypatch.setattr(User.objects, "locked", User.objects.none)
    assert mine.post(address("my_data_copy")).status_code == 302
    assert mine.post(address("my_data_erase"))["Location"] == address("my_data_erased")
    assert person.key not in marked_keys()


def test_until_the_worker_comes_nobody_signs_in(mine, person, monkeypatch):
    waiting = SimpleNamespace(enqueue=lambda *args: None)
    monkeypatch.setattr("portal.personal.tasks.erase_account", waiting)
    mine.post(address("my_data_erase"))
    client = Client()
    client.post(address("account_login"), {"login": person.email, "password": PASSWORD})
    assert client.get(address("my_page")).status_code == 302
    assert erasure.erase_again() == 1


def test_an_erasure_that_fails_half_way_leaves_everything_and_is_done_again(
    person, monkeypatch, publish
):
    StandardPageFactory(title="Faqja", owner=person)

    def fail(*args, **kwargs):
        raise DatabaseError("the disk is full")

    mark(person.key)
    with monkeypatch.context() as patch:
        patch.setattr("portal.personal.erasure.record", fail)
        with pytest.raises(DatabaseError):
            publish(erasure.erase_key, person.key)
    assert User.objects.filter(pk=person.pk).exists()
    assert person.owned_pages.exists()
    assert publish(erasure.erase_again) == 1
    assert Page.objects.get(title="Faqja").owner is None


def test_the_last_administrator_hands_over_first(admin, publish):
    admin.set_password(PASSWORD)
    admin.save()
    mine = signed_in(admin)
    page = mine.get(address("my_data_erase"))
    assert "administrator" in page.content.decode()
    publish(mine.post, address("my_data_erase"))
    assert User.objects.filter(pk=admin.pk, is_active=True).exists()
    User.objects.create_superuser("beni@example.org", PASSWORD)
    publish(mine.post, address("my_data_erase"))
    assert not User.objects.filter(pk=admin.pk).exists()


def test_a_store_that_fails_refuses_an_erasure_and_leaves_the_account(mine, person, monkeypatch):
    def fail(*args):
        raise StoreError("the private store does not answer")

    monkeypatch.setattr(PrivateFolder, "put", fail)
    assert mine.post(address("my_data_erase")).status_code == 503
    assert User.objects.get(pk=person.pk).is_active


def test_a_copy_goes_after_a_week(store, mine, person, publish):
    export = asked(mine, person, publish)
    Export.objects.update(asked_at=timezone.now() - exports.KEPT - timedelta(hours=1))
    publish(call_command, "retention", verbosity=0)
    assert not Export.objects.exists()
    assert not private_storage().exists(export.json.name)
    assert not private_storage().exists(export.html.name)


def test_what_a_killed_worker_left_of_a_copy_goes(store, mine, person, publish, monkeypatch):
    export = asked(mine, person, publish)
    export.refresh_from_db()
    lost = private_storage().save("exports/my-data.json", ContentFile(b"{}"))
    assert delete_lost_files("exports", Export) == 0
    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(exports.timezone, "now", lambda: later)
    call_command("retention", verbosity=0)
    assert not private_storage().exists(lost)
    assert private_storage().exists(export.json.name)
