"""allauth's forms speak the portal's words."""

import pytest
from django.utils.translation import override

from portal.accounts.worded import WORDS
from tests.portal.people import LANGUAGES, PASSWORD, address, make, signed_in

pytestmark = pytest.mark.django_db

FORMS = {
    "account_change_password": ["oldpassword", "password1", "password2"],
    "account_email": ["email"],
    "account_reauthenticate": ["password"],
    "mfa_activate_totp": ["code"],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMS)
def test_an_empty_form_says_by_each_field_what_to_write(name, language):
    make("ana@example.org")
    client = signed_in("ana@example.org")
    client.post(address("account_reauthenticate"), {"password": PASSWORD})
    response = client.post(address(name, language), {"action_add": ""})
    text = response.content.decode()
    assert "&lt;" not in text
    with override(language):
        for field in FORMS[name]:
            assert str(WORDS[field].label) in text
            assert text.count(str(WORDS[field].required)) >= 2  # in the summary, by the field
