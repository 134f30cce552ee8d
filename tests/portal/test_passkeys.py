"""What is sent as a passkey is refused in words, whatever it is; browsers send real ones."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import caches
from django.test import Client
from django.utils.http import urlsafe_base64_encode

from tests.portal.people import LANGUAGES, PASSWORD, address, make, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

JUNK = "AAAA"
FORGED = json.dumps({"type": "webauthn.get", "challenge": JUNK, "origin": "x"}).encode()
KEY = {"id": JUNK, "rawId": JUNK, "type": "public-key", "clientExtensionResults": {}}
ANSWERS = {
    "attestation": {"clientDataJSON": JUNK, "attestationObject": JUNK},
    "assertion": {
        "clientDataJSON": urlsafe_base64_encode(FORGED),
        "authenticatorData": JUNK * 20,
        "signature": JUNK,
        "userHandle": "MQ",
    },
}
DAMAGED = [
    "",
    "x",
    "null",
    "1",
    "[]",
    '"x"',
    "{}",
    json.dumps({"id": 1, "response": []}),
    json.dumps({**KEY, "response": {}}),
    json.dumps({**KEY, "response": {"clientDataJSON": 1}}),
    *(json.dumps({**KEY, "response": answer}) for answer in ANSWERS.values()),
    json.dumps({**KEY, "rawId": "\x00", "response": ANSWERS["assertion"]}),
    json.dumps({**KEY, "response": {**ANSWERS["assertion"], "userHandle": "zz\u202e"}}),
    "[" * 5000,
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_browser_sends_adds_no_passkey_and_opens_no_account(language):
    person = make("ana@example.org")
    client = signed_in(person.email)
    add = address("mfa_add_webauthn", language)
    client.post(address("account_reauthenticate", language), {"password": PASSWORD})
    assert client.get(add).status_code == 200
    visitor = Client()
    sign_in = address("mfa_login_webauthn", language)
    assert visitor.get(sign_in, headers={"accept": "application/json"}).status_code == 200
    for credential in DAMAGED:
        caches["shared"].clear()  # of what was counted against guessing
        refused = client.post(add, {"name": "x", "credential": credential, "passwordless": "on"})
        assert refused.status_code == 200, credential
        assert "error-summary" in refused.content.decode(), credential
        sent_back = visitor.post(sign_in, {"credential": credential})
        assert sent_back["Location"] == address("account_login", language), credential
        visitor.get(sign_in, headers={"accept": "application/json"})
    assert "_auth_user_id" not in visitor.session
    assert not Authenticator.objects.exists()


def test_a_passkey_is_asked_for_where_the_account_has_one():
    person = make("ana@example.org")
    page = signed_in(person.email).get(address("mfa_index")).content.decode()
    assert address("mfa_add_webauthn") in page
    assert Client().get(address("mfa_list_webauthn"))["Location"] == address("mfa_index")


def test_passkeys_of_others_are_not_there():
    other = make("beni@example.org")
    passkey = Authenticator.objects.create(
        user=other, type="webauthn", data={"name": "x", "credential": {}}
    )
    make("ana@example.org")
    client = signed_in("ana@example.org")
    client.post(address("account_reauthenticate"), {"password": PASSWORD})
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        url = address(name, "sq", passkey.pk)
        assert client.get(url).status_code == 404
        assert client.post(url, {"name": "y"}).status_code == 404
    assert Authenticator.objects.get().data["name"] == "x"
