"""Whoever is shown a certificate learns whether it is valid, and no more than its holder wants."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.accounts.models import User
from portal.certificates import actions
from portal.certificates.codes import in_groups, new_code
from portal.certificates.models import Certificate, Reason, today
from portal.certificates.views import CHECKS
from portal.personal.erasure import erase_key
from tests.certificates.awards import TITLES
from tests.portal.people import LANGUAGES, address
from tests.test_bad_input import NASTY

pytestmark = pytest.mark.django_db

SAID = {
    "sq": {
        "valid": "Kjo certifikatë është e vlefshme",
        "expired": "Kjo certifikatë ka skaduar",
        "revoked": "Kjo certifikatë është shfuqizuar",
        "replaced": "Kjo certifikatë është zëvendësuar",
        "withdrawn": "Kjo certifikatë është tërhequr",
        "unknown": "Asnjë certifikatë nuk e ka këtë kod",
        "no name": "nuk ka pranuar që emri të shfaqet",
        "reason": "Nuk janë plotësuar kërkesat e programit.",
    },
    "en": {
        "valid": "This certificate is valid",
        "expired": "This certificate has expired",
        "revoked": "This certificate was revoked",
        "replaced": "This certificate was replaced",
        "withdrawn": "This certificate was withdrawn by its holder",
        "unknown": "No certificate has this code",
        "no name": "The holder has not agreed to show their name.",
        "reason": "The requirements of the programme were not met.",
    },
}


def checked(code: str, language: str = "sq", client: Client | None = None):
    return (client or Client()).get(address("certificate", language, code))


def words(response) -> str:
    """Return what the page says to its reader: the code that was typed is no answer."""
    main = response.content.decode().partition("<main")[2].partition("</main")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_valid_one_says_what_it_is_for_and_no_name(certificate, language):
    response = checked(certificate.code, language)
    assert response.status_code == 200
    text = words(response)
    for said in (
        SAID[language]["valid"],
        SAID[language]["no name"],
        TITLES[language],
        "24",
        "2026",
    ):
        assert said in text
    page = response.content.decode()
    for unsaid in ("Ana", "Hoxha", "ana@", "Grupi i Vlorës", "shtator", "September"):
        assert unsaid not in page
    assert "<title>Ana" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_the_holders_choice_it_says_the_name(certificate, language):
    actions.choose_what_is_shown(certificate=certificate, name=True)
    page = checked(certificate.code, language)
    assert "Ana Hoxha" in words(page)
    assert SAID[language]["no name"] not in words(page)
    assert "Ana" not in page.content.decode().partition("</head>")[0]
    actions.choose_what_is_shown(certificate=certificate, name=False)
    assert "Ana Hoxha" not in words(checked(certificate.code, language))


def expire(certificate: Certificate, admin: User) -> None:
    Certificate.objects.update(valid_until=today() - timedelta(days=1))


def revoke(certificate: Certificate, admin: User) -> None:
    actions.revoke(certificate=certificate, reason=Reason.NOT_MET, words="Mungesa e Anës", by=admin)


def replace(certificate: Certificate, admin: User) -> None:
    actions.reissue(certificate=certificate, name="Ana Leka", by=admin)


def withdraw(certificate: Certificate, admin: User) -> None:
    actions.withdraw(certificate=certificate)


def erase(certificate: Certificate, admin: User) -> None:
    erase_key(certificate.holder.key)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("end", "state"),
    [
        (expire, "expired"),
        (revoke, "revoked"),
        (replace, "replaced"),
        (withdraw, "withdrawn"),
        (erase, "withdrawn"),
    ],
)
def test_what_became_of_it_is_said(certificate, admin, end, state, language):
    actions.choose_what_is_shown(certificate=certificate, name=True)
    end(certificate, admin)
    response = checked(certificate.code, language)
    text = words(response)
    assert response.status_code == 200
    assert SAID[language][state] in text
    assert not [said for each, said in SAID[language].items() if each != state and said in text][
        1 if state == "revoked" else 0 :
    ]
    assert (SAID[language]["reason"] in text) == (state == "revoked")
    assert (TITLES[language] in text) == (state in ("expired", "revoked"))
    assert ("Ana Hoxha" in text) == (state == "expired")
    for unsaid in ("Anës", "Leka", "ana@"):
        assert unsaid not in response.content.decode()


def test_the_replaced_code_does_not_lead_to_the_new_one(certificate, admin):
    new = actions.reissue(certificate=certificate, name="Ana Leka", by=admin)
    page = checked(certificate.code).content.decode()
    assert new.code not in page
    assert in_groups(new.code) not in page


def unknown(certificate: Certificate) -> list[str]:
    """Return codes that nobody has, and what is none, some of it nearly right."""
    near = ("0" if certificate.code[0] != "0" else "1") + certificate.code[1:]
    nasty = [text for text in NASTY if "/" not in text and "%" not in text]
    return [new_code(), near, certificate.code[:-1], certificate.code + "0", "x", *nasty]


def answer(code: str, language: str, client: Client) -> tuple[object, ...]:
    """Return status, headers and text, but for what was typed, and the work that it took."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address("check_certificate", language), {"code": code})
    text = re.sub(r' value="[^"]*"', "", words_with_markup(response))
    kept = {name: value for name, value in response.items() if "nonce" not in value}
    kept.pop("Content-Length", None)
    kept.pop("Expires", None)
    kept.pop("Last-Modified", None)
    done = [re.sub(r"'[^']*'|\d+", "?", query["sql"]) for query in queries]
    return response.status_code, kept, text, done


def words_with_markup(response) -> str:
    return response.content.decode().partition("<main")[2].partition("</main")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_unknown_codes_get_one_answer_by_the_same_work(certificate, language):
    client = Client()
    answers = [answer(code, language, client) for code in unknown(certificate)]
    assert {each[0] for each in answers} == {404}
    assert SAID[language]["unknown"] in answers[0][2]
    for each in answers:
        assert each[1:] == answers[0][1:]


def test_the_code_is_taken_however_it_is_typed(certificate):
    typed = [
        certificate.code_in_groups.lower(),
        f" {certificate.code[:7]} {certificate.code[7:]} ",
        certificate.code.replace("0", "o").replace("1", "l"),
        f"https://portal.example.org/en/certificate/{certificate.code}/",
    ]
    for text in typed:
        response = Client().get(address("check_certificate"), {"code": text})
        assert SAID["sq"]["valid"] in words(response), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_asks_for_a_code_and_says_so_where_none_was_typed(language):
    for query, has_error in (({}, False), ({"code": ""}, True), ({"code": "  "}, True)):
        response = Client().get(address("check_certificate", language), query)
        assert response.status_code == 200
        assert ("error-summary" in response.content.decode()) == has_error
        assert SAID[language]["unknown"] not in words(response)


def test_no_cache_and_no_search_engine_keeps_it(certificate):
    for code in (certificate.code, new_code()):
        response = checked(code)
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex"
        assert not response.cookies


def test_the_other_language_says_the_same_code(certificate):
    page = checked(certificate.code).content.decode()
    assert f'href="{address("certificate", "en", certificate.code)}"' in page


def test_a_text_that_is_there_in_one_language_only_says_in_which(certificate):
    kept = {**certificate.snapshot, "texts": {"sq": certificate.snapshot["texts"]["sq"]}}
    Certificate.objects.update(snapshot=kept, languages=["sq"])
    assert f'lang="sq">{TITLES["sq"]}' in checked(certificate.code, "en").content.decode()


def test_markup_in_what_a_room_wrote_is_text(certificate):
    texts = {"sq": {"title": "<script>alert(1)</script>", "achieved": ["x"]}}
    Certificate.objects.update(snapshot={**certificate.snapshot, "texts": texts})
    page = checked(certificate.code).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_one_sender_checks_so_many_and_others_go_on(certificate):
    [(often, _seconds), _longer] = CHECKS
    client = Client(REMOTE_ADDR="192.0.2.7")
    codes = [certificate.code, *(new_code() for _ in range(often))]
    statuses = [checked(code, client=client).status_code for code in codes]
    assert statuses == [200, *[404] * (often - 1), 429]
    assert checked(certificate.code, client=client).status_code == 429
    assert client.get(address("check_certificate")).status_code == 200
    other = Client(REMOTE_ADDR="192.0.2.8")
    assert checked(certificate.code, client=other).status_code == 200


def test_nothing_is_changed_by_asking(certificate):
    for method in ("post", "put", "delete"):
        assert getattr(Client(), method)(address("check_certificate")).status_code == 405
