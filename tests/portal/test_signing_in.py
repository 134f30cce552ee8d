"""One way in for everybody, which tells strangers nothing and asks editors for a second step."""

import re
from contextlib import ExitStack
from io import StringIO

import pytest
from django.contrib.auth.hashers import make_password
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.users.models import UserProfile

from portal.accounts import hashers
from portal.accounts.hashers import AT_WORK, WAITING
from portal.accounts.models import User
from portal.accounts.roles import Role
from tests.portal.people import (
    LANGUAGES,
    PASSWORD,
    address,
    code,
    make,
    set_up_app,
    sign_in,
    signed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return make("ana@example.org")


@pytest.mark.dialect
@pytest.mark.parametrize("typed", ["ana@example.org", "Ana@Example.org", " ANA@EXAMPLE.ORG "])
def test_a_person_signs_in_by_e_mail_in_any_case_and_finds_their_page(person, typed):
    client = Client()
    response = sign_in(client, typed)
    assert response["Location"] == "/sq/une/"
    page = client.get("/sq/une/")
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stranger_learns_not_whether_an_account_exists(person, language):
    known = sign_in(Client(), person.email, "gabim", language=language).content.decode()
    unknown = sign_in(Client(), "beni@example.org", "gabim", language=language).content.decode()
    token = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
    clean = [token.sub("", text).replace("beni@", "ana@") for text in (known, unknown)]
    nonce = re.compile(r'nonce="[^"]+"')
    assert nonce.sub("", clean[0]) == nonce.sub("", clean[1])


def test_an_account_that_is_suspended_says_so_and_opens_nothing(person):
    User.objects.update(is_active=False)
    client = Client()
    response = client.post(
        address("account_login"), {"login": person.email, "password": PASSWORD}, follow=True
    )
    assert client.get("/sq/une/").status_code == 302
    assert "pezulluar" in response.content.decode()


@pytest.mark.parametrize("door", ["/admin/login/", "/sq/_util/login/", "/en/_util/login/"])
def test_a_form_that_asks_for_a_password_alone_leads_to_the_one_way_in(door):
    User.objects.create_superuser("admin@example.org", PASSWORD)
    client = Client()
    fields = {"username": "admin@example.org", "login": "admin@example.org", "password": PASSWORD}
    door = f"{door}?next=/admin/"
    for response in (client.get(door), client.post(door, fields)):
        assert response.status_code == 302
        path, _mark, query = response["Location"].partition("?")
        assert path in {address("account_login", language) for language in LANGUAGES}
        assert query == "next=/admin/"
    assert "_auth_user_id" not in client.session


def test_the_admin_has_no_password_form_of_its_own():
    user = make("redaktor@example.org", Role.EDITOR)
    client = signed_in(user.email)
    for url in ("/admin/password_reset/", "/admin/account/"):
        page = client.get(url, follow=True)
        assert page.status_code in (200, 404)
        assert "old_password" not in page.content.decode()


def test_nobody_is_led_to_another_site(person):
    response = sign_in(Client(), person.email, query="?next=https://evil.example/")
    assert response["Location"] == "/sq/une/"


def test_whoever_has_no_business_in_the_admin_is_told_so_in_one_language(person):
    UserProfile.objects.create(user=person, preferred_language="sq")
    response = signed_in(person.email).get("/admin/", headers={"accept-language": "en"})
    assert response.status_code == 403
    page = response.content.decode()
    assert "Kjo pjesë është për ata që punojnë në portal" in page
    assert 'role="note"' not in page, "the frame is in another language"


def test_the_admin_asks_for_a_second_step_where_the_site_does(settings):
    user = make("redaktor@example.org", Role.EDITOR)
    client = signed_in(user.email)
    assert client.get("/admin/").status_code == 200
    settings.SECOND_FACTOR_REQUIRED = True
    response = client.get("/admin/pages/")
    assert response["Location"].partition("?")[0] == address("mfa_index")
    assert client.post("/admin/pages/1/unpublish/").status_code == 302
    secret = set_up_app(user)
    assert client.get("/admin/")["Location"].startswith(address("mfa_reauthenticate"))
    other = Client()
    assert sign_in(other, user.email)["Location"] == address("mfa_authenticate")
    assert other.get("/admin/")["Location"].startswith(address("account_login"))
    other.post(address("mfa_authenticate"), {"code": code(secret)})
    assert other.get("/admin/").status_code == 200


@pytest.mark.parametrize(("steps", "is_taken"), [(1, True), (3, False)])
def test_the_clock_of_a_phone_may_be_half_a_minute_wrong(steps, is_taken):
    user = make("redaktor@example.org", Role.EDITOR)
    secret = set_up_app(user)
    client = Client()
    sign_in(client, user.email)
    client.post(address("mfa_authenticate"), {"code": code(secret, steps)})
    assert ("_auth_user_id" in client.session) == is_taken


@pytest.mark.dialect
def test_a_code_is_taken_once(settings):
    user = make("redaktor@example.org", Role.EDITOR)
    used = code(set_up_app(user))
    for expected in (True, False):
        client = Client()
        sign_in(client, user.email)
        client.post(address("mfa_authenticate"), {"code": used})
        assert ("_auth_user_id" in client.session) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_password_is_asked_for_without_telling_who_has_an_account(language):
    make("ana@example.org", language=language)
    url = address("account_reset_password", language)
    answers = [
        Client().post(url, {"email": email}) for email in ("ana@example.org", "beni@example.org")
    ]
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (302, address("account_reset_password_done", language))
    }
    (sent,) = mail.outbox
    assert sent.to == ["ana@example.org"]
    assert sent.subject == {"sq": "Një mesazh për ju", "en": "A message for you"}[language]
    link = re.search(rf"http://\S+/{language}/\S+", sent.body)[0].removeprefix("http://testserver")
    client = Client()
    form = client.get(link, follow=True)
    url = form.redirect_chain[-1][0]
    done = client.post(url, {"password1": "tjeter fjalekalim", "password2": "tjeter fjalekalim"})
    assert done.status_code == 302
    assert sign_in(Client(), "ana@example.org", "tjeter fjalekalim").status_code == 302
    again = Client().get(link, follow=True)
    assert again.status_code == 200
    assert "password1" not in again.content.decode()


def test_no_mail_tells_what_the_portal_is_about(person):
    Client().post(address("account_reset_password"), {"email": person.email})
    client = signed_in(person.email)
    new = {"password1": "tjeter fjalekalim", "password2": "tjeter fjalekalim"}
    client.post(address("account_change_password"), {"oldpassword": PASSWORD, **new})
    assert len(mail.outbox) == 2
    for sent in mail.outbox:
        said = f"{sent.subject} {sent.from_email} {sent.body}".lower()
        assert not re.search(r"dhun|viole|mbijet|surviv|gjin|gender|strehi|shelter", said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_makes_an_account_without_an_invitation(language):
    url = address("account_signup", language)
    fields = {"email": "beni@example.org", "password1": PASSWORD, "password2": PASSWORD}
    for response in (Client().get(url), Client().post(url, fields)):
        assert response.status_code == 200
        assert {"sq": "me ftesë", "en": "by invitation"}[language] in response.content.decode()
    assert not User.objects.filter(email="beni@example.org").exists()


def test_signing_out_everywhere_else_ends_the_other_sessions(person):
    here, there = signed_in(person.email), signed_in(person.email)
    for client in (here, there):
        assert client.get(address("usersessions_list")).status_code == 200
    here.post(address("usersessions_list"))
    assert here.get("/sq/une/").status_code == 200
    assert there.get("/sq/une/").status_code == 302


@pytest.mark.dialect
@pytest.mark.parametrize(
    "fields",
    [
        {"login": "a" * 10_000, "password": "b" * 10_000},
        {"login": "ana@example.org\nBcc: beni@example.org", "password": "x"},
        {"login": "\u202eana@example.org", "password": "\u202e"},
        {"login": "ana\x00@example.org", "password": "a\x00"},
        {},
    ],
)
def test_whatever_is_typed_is_answered_by_the_form(person, fields):
    assert Client().post(address("account_login"), fields).status_code == 200
    asked = Client().post(address("account_reset_password"), {"email": fields.get("login", "")})
    assert asked.status_code in (200, 302)
    assert not mail.outbox


@pytest.mark.parametrize("key", ["1-x", "1-" + "a" * 5000, "1-set-password", "zz-\u202e"])
def test_a_forged_link_has_a_page_that_says_how_to_go_on(key):
    uid, _mark, token = key.partition("-")
    reset = Client().get(address("account_reset_password_from_key", "sq", uid, token), follow=True)
    assert reset.status_code in (200, 404)
    confirm = Client().get(address("account_confirm_email", "sq", key))
    assert confirm.status_code == 200
    assert "nuk vlen më" in confirm.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_an_account_is_in_one_language(language):
    user = make("redaktor@example.org", Role.EDITOR, language=language)
    client = signed_in(user.email)
    client.post(address("account_reauthenticate", language), {"password": PASSWORD})
    names = ("account_email", "account_change_password", "mfa_index", "mfa_activate_totp")
    for name in (*names, "usersessions_list", "my_page", "account_logout"):
        page = client.get(address(name, language))
        assert page.status_code == 200, name
        text = page.content.decode()
        assert f'<html lang="{language}"' in text
        other = {"sq": "Sign out", "en": "Dilni nga"}[language]
        assert other not in text, name


def attempt(email: str, password: str, ip: str):
    client = Client(REMOTE_ADDR=ip)
    return client, sign_in(client, email, password)


@pytest.mark.dialect
def test_guessing_is_slowed_and_keeps_nobody_else_out(person):
    for _number in range(6):
        client, answer = attempt(person.email, "gabim", "192.0.2.1")
    assert "shumë përpjekje" in answer.content.decode()
    client, _answer = attempt(person.email, PASSWORD, "192.0.2.1")
    assert "_auth_user_id" not in client.session
    client, _answer = attempt(person.email, PASSWORD, "192.0.2.2")
    assert "_auth_user_id" in client.session


@pytest.mark.dialect
def test_many_who_guess_together_are_slowed_and_the_owner_still_comes_in(person):
    owner = "198.51.100.1"
    assert attempt(person.email, PASSWORD, owner)[1].status_code == 302
    for number in range(40):
        _client, answer = attempt(person.email, "gabim", f"192.0.2.{number}")
    assert "shumë përpjekje" in answer.content.decode()
    assert attempt(person.email, PASSWORD, "192.0.2.200")[1].status_code == 200
    assert attempt(person.email, PASSWORD, owner)[1].status_code == 302
    elsewhere = Client(REMOTE_ADDR="203.0.113.1")
    elsewhere.post(address("account_reset_password"), {"email": person.email})
    link = re.search(r"https?://[^/\s]+(/\S+)", mail.outbox[0].body)[1]
    url = elsewhere.get(link, follow=True).redirect_chain[-1][0]
    elsewhere.post(url, {"password1": "tjeter fjalekalim", "password2": "tjeter fjalekalim"})
    assert attempt(person.email, "tjeter fjalekalim", "203.0.113.1")[1].status_code == 302


@pytest.mark.dialect
def test_what_one_worker_counts_the_next_one_knows(person):
    for _number in range(5):
        attempt(person.email, "gabim", "192.0.2.1")
    cache.clear()  # which each worker has alone
    assert "shumë përpjekje" in attempt(person.email, PASSWORD, "192.0.2.1")[1].content.decode()


def test_strangers_fill_nobodys_post_with_links_and_every_answer_is_the_same(person):
    url = address("account_reset_password")
    answers = [
        Client(REMOTE_ADDR=f"192.0.2.{number}").post(url, {"email": person.email})
        for number in range(10)
    ]
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (302, address("account_reset_password_done"))
    }
    assert len(mail.outbox) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_many_attempts_are_answered_in_the_visitors_language(person, language):
    for _number in range(31):
        answer = Client(REMOTE_ADDR="192.0.2.1").post(address("account_login", language), {})
    assert answer.status_code == 429
    words = {"sq": "Tepër përpjekje", "en": "Too many attempts"}[language]
    assert words in answer.content.decode()


def test_an_administrator_removes_a_lost_second_step_and_the_person_is_told(person):
    set_up_app(person)
    call_command("reset_second_step", "Ana@example.org", stdout=StringIO())
    assert "_auth_user_id" in signed_in(person.email).session
    (sent,) = mail.outbox
    assert sent.to == [person.email]
    assert "hoqi hapin e dytë" in sent.body
    for email in (person.email, "beni@example.org"):
        with pytest.raises(CommandError):
            call_command("reset_second_step", email, stdout=StringIO())


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_passwords_at_once_than_can_be_checked_are_asked_to_come_back(
    person, language, settings
):
    settings.PASSWORD_HASHERS = ["portal.accounts.hashers.QueuedHasher"]
    User.objects.update(password=make_password(PASSWORD))
    with ExitStack() as others:
        for _place in range(AT_WORK + WAITING):
            hashers._places.acquire(blocking=False)
            others.callback(hashers._places.release)
        for number in range(35):  # more than one account has attempts
            stranger = Client(REMOTE_ADDR=f"192.0.2.{number}")
            busy = sign_in(stranger, person.email, language=language)
        assert (busy.status_code, busy["Retry-After"]) == (503, "5")
        words = {"sq": "nuk u kontrollua", "en": "was not checked"}[language]
        assert words in busy.content.decode()
        assert Client().get(f"/{language}/").status_code == 200
    assert sign_in(Client(), person.email, language=language).status_code == 302
