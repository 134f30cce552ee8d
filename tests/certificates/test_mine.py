"""A certificate is its holder's: read, shown and withdrawn by them, and by nobody else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.certificates import actions
from portal.certificates.models import Certificate, Reason, today
from portal.certificates.my_page import parts
from portal.media.storages import private_storage
from tests.certificates.awards import OTHER, TITLES, award, grant, room
from tests.portal.people import LANGUAGES, address, make

pytestmark = pytest.mark.django_db

PAGES = ("my_certificate", "certificate_paper", "certificate_name", "withdraw_certificate")


@pytest.fixture
def mine(ana) -> Client:
    return browser(ana)


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("language", LANGUAGES)
def test_my_page_leads_to_my_certificates(mine, certificate, language):
    page = mine.get(address("my_page", language)).content.decode()
    assert address("my_certificate", language, certificate.pk) in page
    assert TITLES[language] in page


def test_who_has_none_reads_nothing_of_it(client_as):
    page = client_as(Role.TRAINER).get(address("my_page")).content.decode()
    assert "Certifikatat e mia" not in page


def test_it_takes_one_query_however_many_there_are(ana, certificate, publish):
    publish(actions.issue, holder=ana, award=award(subject=OTHER), by=None)
    with CaptureQueriesContext(connection) as queries:
        [part] = parts(ana)
    assert (len(part.links), len(queries)) == (2, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_all_and_leads_to_what_can_be_done(mine, certificate, language):
    page = mine.get(address("my_certificate", language, certificate.pk)).content.decode()
    for said in (TITLES[language], "Ana Hoxha", "Grupi i Vlorës", "AK-117"):
        assert said in page
    assert certificate.code_in_groups in page
    for name in ("certificate_paper", "certificate_name", "withdraw_certificate"):
        assert address(name, language, certificate.pk) in page
    assert address("certificate", language, certificate.code) in page
    assert TITLES[language] not in page.partition("</title>")[0]


def test_the_paper_is_handed_out_and_kept_by_nobody(store, mine, certificate):
    response = mine.get(address("certificate_paper", "sq", certificate.pk))
    assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert response["Content-Disposition"] == 'attachment; filename="certifikata.pdf"'
    assert "no-store" in response["Cache-Control"]


def test_a_paper_that_is_not_there_is_made_for_who_asks(mine, certificate):
    private_storage().delete(certificate.file.name)
    url = address("certificate_paper", "sq", certificate.pk)
    response = mine.get(url)
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert "po përgatitet" in response.content.decode()
    assert mine.get(url).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_is_shown_and_hidden_by_one_click(mine, certificate, language):
    url = address("certificate_name", language, certificate.pk)
    for pressed, is_shown in (("show", True), ("hide", False)):
        response = mine.post(url, {pressed: ""}, follow=True)
        assert f'name="{"hide" if is_shown else "show"}"' in response.content.decode()
        assert bool(Certificate.objects.get().name_shown_since) == is_shown


def test_a_forgotten_session_shows_nothing(mine, certificate):
    url = address("certificate_name", "sq", certificate.pk)
    sent = Client().post(url, {"show": ""})
    assert sent["Location"].startswith(address("account_login"))
    assert "asgjë nuk u" in mine.get(url, follow=True).content.decode()
    assert Certificate.objects.get().public_name == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_withdrawn_when_the_holder_is_sure(mine, certificate, language):
    url = address("withdraw_certificate", language, certificate.pk)
    assert mine.get(url).status_code == 200
    assert Certificate.objects.get().is_current
    response = mine.post(url, follow=True)
    assert response.redirect_chain[-1][0] == address("my_page", language)
    assert not Certificate.objects.get().is_current
    assert {mine.get(address(name, language, certificate.pk)).status_code for name in PAGES} == {
        404
    }
    assert mine.post(url).status_code == 404


def test_of_a_revoked_one_the_reason_is_all_that_is_left(mine, certificate, admin):
    actions.revoke(certificate=certificate, reason=Reason.MISTAKE, words="Shënim", by=admin)
    page = mine.get(address("my_certificate", "sq", certificate.pk)).content.decode()
    assert "Është lëshuar gabimisht." in page
    assert "Shënim" not in page
    codes = {name: mine.get(address(name, "sq", certificate.pk)).status_code for name in PAGES}
    assert codes == {**dict.fromkeys(PAGES, 404), "my_certificate": 200}


def test_one_that_has_expired_is_still_handed_out(mine, certificate):
    Certificate.objects.update(valid_until=today() - timedelta(days=1))
    assert mine.get(address("certificate_paper", "sq", certificate.pk)).status_code == 200


def everybody(monkeypatch, admin: User) -> dict[str, User]:
    """Return somebody of each sort, with the rights that a room may give."""
    people = {role.value: make(f"{role.value}@example.org", role) for role in Role}
    people["another holder"] = make("beni@example.org")
    people["trainer of it"] = grant(make("of-it@example.org"), "view", "revoke", "reissue")
    people["trainer of another"] = grant(make("other@example.org"), "view", "revoke", "reissue")
    people["administrator"] = admin
    room(monkeypatch, people["trainer of it"])
    return people


def test_the_paper_of_somebody_else_asks_for_the_second_factor(
    monkeypatch, mine, certificate, admin, settings
):
    settings.SECOND_FACTOR_REQUIRED = True
    url = address("certificate_paper", "sq", certificate.pk)
    trainer = browser(everybody(monkeypatch, admin)["trainer of it"])
    assert trainer.get(url)["Location"].startswith(address("mfa_index"))
    assert mine.get(url).status_code == 200


def test_nobody_else_reaches_it(monkeypatch, certificate, admin):
    answers = {}
    for who, user in everybody(monkeypatch, admin).items():
        client = browser(user)
        for name in PAGES:
            url = address(name, "sq", certificate.pk)
            got = client.get(url).status_code
            sent = client.post(url, {"show": ""}).status_code
            answers[who, name] = (got, sent)
    reads = {("trainer of it", "certificate_paper"), ("administrator", "certificate_paper")}
    assert {key for key, value in answers.items() if value[0] == 200} == reads
    assert {value for key, value in answers.items() if key not in reads} <= {(404, 404), (404, 405)}
    kept = Certificate.objects.get()
    assert (kept.is_current, kept.public_name) == (True, "")


def test_a_room_without_the_right_reads_no_paper(monkeypatch, certificate):
    trainer = make("trainer@example.org")
    room(monkeypatch, trainer)
    url = address("certificate_paper", "sq", certificate.pk)
    assert browser(trainer).get(url).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_who_is_not_signed_in_is_led_there_first(certificate, name):
    url = address(name, "sq", certificate.pk)
    assert Client().get(url)["Location"].startswith(address("account_login"))


def test_a_number_that_nobody_has_is_no_page(mine, certificate):
    assert {mine.get(address(name, "sq", 10**9)).status_code for name in PAGES} == {404}
