"""People sign in by e-mail, in whatever case they type it."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from portal.accounts.models import User
from portal.accounts.roles import Role
from tests.factories import UserFactory
from tests.media.samples import png_with_metadata
from tests.portal.people import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

PASSWORD = "nje fjalekalim i gjate"


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("Editor@Example.org", PASSWORD)


def test_an_address_has_one_account_in_whatever_case(editor):
    with pytest.raises(IntegrityError):
        UserFactory(email="EDITOR@example.org")


def test_an_address_that_is_taken_is_refused_in_words(editor):
    with pytest.raises(ValidationError, match="e-mail"):
        User(email="editor@EXAMPLE.org", password="x").full_clean()


def test_whoever_got_an_account_in_capitals_signs_in(admin_client):
    password = {"password1": PASSWORD, "password2": PASSWORD}
    fields = {"email": "Ana@Example.org", "name": "Ana", **password}
    admin_client.post("/admin/users/new/", fields)
    assert User.objects.get(name="Ana").email == "ana@example.org"
    assert sign_in(Client(), "Ana@Example.org", PASSWORD).status_code == 302


def test_an_account_needs_an_address():
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("")


def test_an_account_without_password_cannot_be_signed_in_to():
    user = User.objects.create_user("person@example.org")
    assert not user.has_usable_password()
    assert not user.is_staff
    assert not user.is_superuser


def test_a_superuser_is_made_on_the_command_line(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", email="root@example.org", interactive=False, verbosity=0)
    user = User.objects.get_by_natural_key("ROOT@example.org")
    assert user.is_staff
    assert user.is_superuser
    assert user.check_password(PASSWORD)


def test_a_person_is_named_or_else_called_by_their_address():
    assert str(User(email="a@example.org")) == "a@example.org"
    assert str(User(email="a@example.org", name="Ana Hoxha")) == "Ana Hoxha"


@pytest.mark.parametrize("language", ["", "sq", "en"])
def test_a_person_may_prefer_a_language_of_the_site(language):
    User(email="a@example.org", password="x", preferred_language=language).full_clean()


def test_a_language_that_the_site_does_not_have_is_refused():
    with pytest.raises(ValidationError) as refused:
        User(email="a@example.org", password="x", preferred_language="de").full_clean()
    assert "preferred_language" in refused.value.message_dict


def test_nobody_uploads_a_picture_of_themselves(editor):
    client = Client()
    client.force_login(editor)
    assert 'name="avatar-avatar"' not in client.get("/admin/account/").content.decode()
    picture = SimpleUploadedFile("mua.png", png_with_metadata(), "image/png")
    client.post("/admin/account/", {"avatar-avatar": picture})
    assert not UserProfile.get_for_user(editor).avatar


def test_a_refusal_is_said_in_the_language_that_the_person_chose(client_as):
    client = client_as(Role.EDITOR)
    UserProfile.objects.create(
        user=User.objects.get(email="editor@example.org"), preferred_language="en"
    )
    refused = client.get(reverse("take_downs"), headers={"accept-language": "sq"}, follow=True)
    assert "you do not have permission" in refused.content.decode()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get(email="editor@example.org"))
    page = strict.post(reverse("take_downs"), headers={"accept-language": "sq"}).content.decode()
    assert '<html lang="en">' in page
    assert "has not been translated" not in page
