"""Who gets an account: whoever is invited, or asks where that is allowed, by a link in a mail."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.accounts.inviting import ask_for_account, invite, revoke, send_again
from portal.accounts.mails import INVITATION_LASTS
from portal.accounts.models import Invitation, SignUp, User
from portal.accounts.roles import Role
from portal.personal.audit import Event
from tests.portal.people import LANGUAGES, PASSWORD, address, make, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

FIELDS = {"name": "Ana Hoxha", "password": PASSWORD}


@pytest.fixture
def ways(request) -> None:
    SignUp.objects.create(way=request.param)


def open_to_all() -> None:
    SignUp.objects.create(way=SignUp.Way.OPEN)


def link_in(sent) -> str:
    return re.search(r"https?://[^/\s]+(/\S+)", sent.body)[1]


def invited(admin: User, email: str = "ana@example.org", language: str = "sq", **about) -> str:
    """Invite somebody; return the link that they are sent."""
    invite([email], language=language, by=admin, **about)
    return link_in(mail.outbox[-1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_who_is_invited_opens_an_account_in_either_language(admin, language):
    link = invited(admin, "Ana@Example.org", language, role=Role.TRAINER)
    assert link.startswith(address("invitation", language, "x")[:-2])
    assert (
        mail.outbox[-1].subject == {"sq": "Një mesazh për ju", "en": "A message for you"}[language]
    )
    client = Client()
    page = client.get(link)
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    text = page.content.decode()
    assert "ana@example.org" in text
    other = {"sq": "en", "en": "sq"}[language]
    switched = address("invitation", other, link.rstrip("/").rpartition("/")[2])
    assert f'href="{switched}"' in text
    response = client.post(link, FIELDS)
    assert response["Location"] == address("my_page", language)
    user = User.objects.get(email="ana@example.org")
    assert (user.name, user.preferred_language) == ("Ana Hoxha", language)
    assert user.check_password(PASSWORD)
    assert [*user.groups.all()] == [Role.TRAINER.group()]
    assert EmailAddress.objects.get(user=user).verified
    assert client.get(address("my_page", language)).status_code == 200
    said = [*Event.objects.values_list("action", flat=True)]
    assert {"invited", "account_created", "roles_changed"} <= {*said}


def test_a_link_is_stored_as_a_digest_and_works_once(admin):
    link = invited(admin)
    token = link.rstrip("/").rpartition("/")[2]
    assert token not in str(Invitation.objects.values().get())
    assert Client().post(link, FIELDS).status_code == 302
    again = Client().post(link, {**FIELDS, "name": "Beni"})
    assert again.status_code == 410
    assert "është përdorur" in again.content.decode()
    assert User.objects.get(email="ana@example.org").name == "Ana Hoxha"


def test_links_that_do_not_work_say_what_to_do(admin):
    expired, revoked, old = (invited(admin, f"{name}@example.org") for name in "abc")
    Invitation.objects.filter(address="a@example.org").update(expires_at=timezone.now())
    revoke(Invitation.objects.get(address="b@example.org"), by=admin)
    send_again(Invitation.objects.get(address="c@example.org"), by=admin)
    forged = [address("invitation", "sq", token) for token in ("x", "a" * 5000, "\u202e")]
    answers = {link: Client().post(link, FIELDS) for link in (expired, revoked, old, *forged)}
    assert [answer.status_code for answer in answers.values()] == [
        410,
        410,
        404,
        404,
        404,
        404,
    ]
    assert "Vlente deri" in answers[expired].content.decode()
    assert "tërhequr" in answers[revoked].content.decode()
    assert User.objects.count() == 1
    assert Client().get(link_in(mail.outbox[-1])).status_code == 200


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "", "password": PASSWORD},
        {"name": "Ana", "password": ""},
        {"name": "Ana", "password": "12345678"},
        {"name": "Ana", "password": "ana@example.org"},
        {"name": "Ana\u202e", "password": PASSWORD},
        {"name": "<b>Ana", "password": PASSWORD},
        {"name": "A" * 10_000, "password": PASSWORD},
        {"name": "Ana", "password": "a" * 10_000},
        {"name": "A\x00na", "password": "a\x00" + PASSWORD},
    ],
)
def test_what_cannot_be_a_name_or_a_password_is_said_at_its_field(admin, fields):
    page = Client().post(invited(admin), fields)
    assert page.status_code == 200
    assert re.search(r'id="id_(name|password)_error"', page.content.decode())
    assert not User.objects.filter(email="ana@example.org").exists()


def test_somebody_with_an_account_signs_in_and_accepts(admin):
    person = make("ana@example.org")
    link = invited(admin, role=Role.COORDINATOR)
    page = Client().post(link, FIELDS).content.decode()
    assert "Ka një llogari" in page
    client = signed_in(person.email)
    assert not person.groups.exists()
    assert client.get(link).status_code == 200
    assert not person.groups.exists()
    assert client.post(link)["Location"] == address("my_page")
    assert person.groups.get() == Role.COORDINATOR.group()
    assert client.post(link).status_code == 410


def test_a_second_address_counts_once_it_is_confirmed(admin):
    person = make("beni@example.org")
    own = EmailAddress.objects.create(user=person, email="ana@example.org")
    link, client = invited(admin, role=Role.EDITOR), signed_in(person.email)
    assert "keni hyrë si beni@example.org" in client.post(link).content.decode()
    assert not person.groups.exists()
    own.verified = True
    own.save()
    assert client.post(link).status_code == 302
    assert person.groups.exists()


def test_what_an_invitation_is_for_is_told_to_the_rooms(admin, monkeypatch):
    told = []
    room = type("room", (), {"accepted": staticmethod(lambda *what: told.append(what))})
    monkeypatch.setattr("portal.accounts.inviting.modules", lambda name: [room])
    Client().post(invited(admin, purpose="cohort", reference="12"), FIELDS)
    ((invitation, user),) = told
    assert (invitation.purpose, invitation.reference) == ("cohort", "12")
    assert user.email == "ana@example.org"


def test_an_address_has_one_open_invitation_to_the_same(admin):
    first = invited(admin, purpose="cohort", reference="12")
    second = invited(admin, purpose="cohort", reference="12")
    invited(admin, purpose="cohort", reference="13")
    assert Invitation.objects.count() == 2
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


def test_whoever_asks_gets_no_role_that_was_offered_too_long_ago(admin):
    open_to_all()
    invited(admin, role=Role.EDITOR)
    Invitation.objects.update(expires_at=timezone.now(), sent_at=timezone.now() - INVITATION_LASTS)
    Client().post(address("account_signup"), {"email": "ana@example.org"})
    Client().post(link_in(mail.outbox[-1]), FIELDS)
    assert not User.objects.get(email="ana@example.org").groups.exists()


@pytest.mark.parametrize("ways", ["closed"], indirect=True)
def test_where_sign_up_is_closed_nobody_new_comes_in(admin, ways):
    page = Client().post(invited(admin), FIELDS)
    assert "nuk hapen" in page.content.decode()
    assert User.objects.count() == 1
    assert "nuk hapen" in Client().post(address("account_signup"), {}).content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_sign_up_is_open_whoever_asks_is_sent_a_link(language):
    open_to_all()
    url = address("account_signup", language)
    asked = Client().post(url, {"email": "Ana@example.org"})
    assert asked["Location"] == address("sign_up_sent", language)
    assert Client().get(asked["Location"]).status_code == 200
    (sent,) = mail.outbox
    assert sent.to == ["ana@example.org"]
    client = Client()
    assert client.post(link_in(sent), FIELDS)["Location"] == address("my_page", language)
    assert User.objects.get().email == "ana@example.org"


def test_two_tabs_ask_for_one_address_and_one_account_is_opened():
    open_to_all()
    for _tab in range(2):
        Client().post(address("account_signup"), {"email": "ana@example.org"})
    assert len(mail.outbox) == 1
    link = link_in(mail.outbox[0])
    tabs = [Client(), Client()]
    for tab in tabs:
        tab.get(link)
    assert [tab.post(link, FIELDS).status_code for tab in tabs] == [302, 410]
    assert User.objects.count() == 1


def test_asking_again_later_keeps_what_one_was_invited_to(admin):
    invited(admin, role=Role.TRAINER)
    Invitation.objects.update(sent_at=timezone.now() - timedelta(hours=1))
    ask_for_account("ana@example.org", language="en")
    assert (invitation := Invitation.objects.get()).role == Role.TRAINER
    assert invitation.invited_by == admin


def test_asking_tells_and_costs_the_same_whether_there_is_an_account_or_not():
    open_to_all()
    make("ana@example.org")
    answers, costs = [], []
    # From an address each, for what is counted against guessing differs the second time.
    for email, ip in (("ana@example.org", "192.0.2.1"), ("beni@example.org", "192.0.2.2")):
        client = Client(REMOTE_ADDR=ip)
        with CaptureQueriesContext(connection) as queries:
            answers.append(client.post(address("account_signup"), {"email": email}))
        costs.append([query["sql"].split(" ")[0] for query in queries])
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (302, address("sign_up_sent"))
    }
    assert costs[0] == costs[1]
    first, second = (re.sub(r"/ftesa/\S+", "", sent.body) for sent in mail.outbox)
    assert first == second


@pytest.mark.parametrize(
    "email",
    [
        "",
        "ana",
        "ana@example.org\nBcc: beni@example.org",
        "ana\x00@example.org",
        "a" * 10_000 + "@b.al",
    ],
)
def test_what_cannot_be_an_address_is_refused_at_its_field(email):
    open_to_all()
    page = Client().post(address("account_signup"), {"email": email})
    assert page.status_code == 200
    assert 'id="id_email_error"' in page.content.decode()
    assert not mail.outbox


# --- In the admin --------------------------------------------------------------------------------
def test_an_administrator_invites_many_at_once(admin_client):
    page = admin_client.post(
        "/admin/invitations/new/",
        {"addresses": "Ana@example.org, beni@example.org;\nana@example.org", "language": "en"},
    )
    assert page.status_code == 302
    assert [sent.to for sent in mail.outbox] == [["ana@example.org"], ["beni@example.org"]]
    listed = admin_client.get("/admin/invitations/?q=beni").content.decode()
    assert "beni@example.org" in listed
    assert "ana@example.org" not in listed


def test_addresses_that_are_none_are_named_and_nobody_is_invited(admin_client):
    page = admin_client.post(
        "/admin/invitations/new/", {"addresses": "ana@example.org, beni@", "language": "en"}
    )
    assert "beni@" in page.content.decode()
    assert page.status_code == 200
    many = " ".join(f"p{number}@example.org" for number in range(201))
    admin_client.post("/admin/invitations/new/", {"addresses": many, "language": "en"})
    assert not mail.outbox


def test_an_administrator_sends_again_and_revokes(admin, admin_client):
    old = invited(admin)
    invitation = Invitation.objects.get()
    for name in ("send", "revoke"):
        assert admin_client.get(f"/admin/invitations/{invitation.pk}/{name}/").status_code == 200
    admin_client.post(f"/admin/invitations/{invitation.pk}/send/")
    assert Client().get(old).status_code == 404
    admin_client.post(f"/admin/invitations/{invitation.pk}/revoke/")
    assert Client().get(link_in(mail.outbox[-1])).status_code == 410
    refused = admin_client.post(f"/admin/invitations/{invitation.pk}/send/", follow=True)
    assert "tërhequr tashmë" in refused.content.decode()
    assert len(mail.outbox) == 2


def test_an_administrator_decides_who_may_sign_up(admin_client):
    setting = SignUp.load()
    url = f"/admin/settings/accounts/signup/{setting.pk}/"
    assert admin_client.post(url, {"way": "open"}).status_code == 302
    assert SignUp.current() == SignUp.Way.OPEN


def test_invitations_are_found_by_what_has_become_of_them(admin, admin_client):
    for name in ("waits", "late", "revoked", "accepted"):
        invited(admin, f"{name}@example.org")
    late, revoked, accepted = (
        Invitation.objects.filter(address=f"{name}@example.org")
        for name in ("late", "revoked", "accepted")
    )
    late.update(expires_at=timezone.now())
    revoked.update(revoked_at=timezone.now())
    accepted.update(accepted_at=timezone.now())
    for invitation in Invitation.objects.all():
        url = f"/admin/invitations/results/?state={invitation.state}"
        listed = re.findall(r"\w+@example\.org", admin_client.get(url).content.decode())
        assert {*listed} - {admin.email} == {invitation.address}, invitation.state
