"""What a person's own pages cost, and who is let in at each address of accounts."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.accounts.messages import write
from portal.accounts.roles import Role
from portal.accounts.urls import urlpatterns
from tests.portal.people import address, make, signed_in
from tests.test_budgets import bare_queries

pytestmark = pytest.mark.django_db

MY_PAGE_ALLOWED = 4
# Whoever comes here is not signed in yet, or need not be.
OPEN_TO_ALL = {
    "account_login",
    "account_signup",
    "sign_up_sent",
    "invitation",
    "account_inactive",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}
# These lead on: to the front page, to the password that comes first, to the list of passkeys.
LEAD_ON = {"account_logout", "mfa_authenticate", "mfa_login_webauthn", "mfa_list_webauthn"}
ARGUMENTS = {
    "invitation": ["x"],
    "account_confirm_email": ["x"],
    "account_reset_password_from_key": ["1", "x"],
    "mfa_edit_webauthn": [1],
    "mfa_remove_webauthn": [1],
    "my_message": [1],
}
NAMES = [pattern.name for pattern in urlpatterns] + ["my_page", "my_messages", "my_message"]


def queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("roles", [(), (Role.EDITOR, Role.TRAINER)])
def test_my_page_keeps_to_the_budget(home, roles):
    person = make("ana@example.org", *roles)
    client = signed_in(person.email)
    bare = bare_queries(home, client)
    few = queries(client, address("my_page"))
    for _number in range(30):
        write(person, subject="S", text="T")
    assert queries(client, address("my_page")) == few
    assert few - bare <= MY_PAGE_ALLOWED
    messages = queries(client, address("my_messages"))
    assert messages - bare <= 2


@pytest.mark.parametrize("name", NAMES)
def test_every_address_of_an_account_knows_whom_it_is_for(name):
    url = address(name, "sq", *ARGUMENTS.get(name, []))
    for response in (Client().get(url), Client().post(url)):
        if name in OPEN_TO_ALL:
            assert response.status_code in (200, 302, 404, 405)
            if response.status_code == 302:
                assert "next=" not in response["Location"]
        elif name in LEAD_ON:
            assert response.status_code in (302, 405)
        else:
            assert response.status_code in (302, 405)
            if response.status_code == 302:
                assert re.match(re.escape(reverse("account_login")), response["Location"])
