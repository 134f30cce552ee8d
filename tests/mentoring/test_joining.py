"""How somebody becomes a member of the programme, and how they leave it."""

import pytest
from django.test import Client
from django.utils import timezone

from mentoring.consents import CODE_OF_CONDUCT
from mentoring.models import Profile
from mentoring.models.profile import Listing
from mentoring.profiles import actions
from mentoring.profiles.reading import is_member, profile_of
from portal.accounts.inviting import accept, invite
from portal.accounts.models import User
from portal.personal.consents import Consent, withdraw
from tests.mentoring.people import make_profile
from tests.mentoring.profiles import open_round
from tests.portal.people import LANGUAGES, address, make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
JOINED = {"is_mentor": "on", "accepts": "on"}


@pytest.fixture
def person() -> User:
    user = make("ana@example.org")
    User.objects.filter(pk=user.pk).update(name="Ana Hoxha", organisation="Bashkia Vlorë")
    return User.objects.get(pk=user.pk)


@pytest.fixture
def mine(person) -> Client:
    return client_of(person)


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


def test_nobody_joins_without_a_round_or_an_invitation(mine):
    for name in ("mentoring_join", "mentoring_profile", "profile_view_as"):
        assert mine.get(address(name)).status_code == 404
    assert mine.post(address("mentoring_join"), JOINED).status_code == 404
    assert "Mentorimi im" not in mine.get(address("my_page")).content.decode()
    assert not Profile.objects.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_joins_accepts_the_code_and_finds_what_the_account_says(mine, person, language):
    open_round()
    page = mine.get(address("mentoring_profile", language), follow=True)
    assert page.redirect_chain[0][0] == address("mentoring_join", language)
    assert page.context_data["code"] == CODE_OF_CONDUCT
    assert mine.post(address("mentoring_join", language), JOINED).status_code == 302
    consent = Consent.objects.get(user=person)
    assert (consent.purpose, consent.version) == ("mentoring_code", CODE_OF_CONDUCT.version)
    assert consent.language == language
    profile = profile_of(fresh(person))
    assert (profile.name, profile.organisation) == ("Ana Hoxha", "Bashkia Vlorë")
    assert (profile.is_mentor, profile.is_mentee) == (True, False)
    assert profile.listing == Listing.OFF
    assert 'value="Ana Hoxha"' in mine.get(address("mentoring_profile", language)).content.decode()


@pytest.mark.parametrize("said", [{"is_mentor": "on"}, {"accepts": "on"}, {}])
def test_one_chooses_a_role_and_accepts(mine, person, said):
    open_round()
    page = mine.post(address("mentoring_join"), said)
    assert page.context_data["form"].errors
    assert not Profile.objects.exists()
    assert not Consent.objects.exists()


def test_who_is_invited_joins_while_no_round_is_open(mine, person, admin):
    (invitation,) = invite([person.email], language="sq", by=admin, purpose="mentoring")
    accept(invitation, by=person)
    assert address("mentoring_join") in mine.get(address("my_page")).content.decode()
    mine.post(address("mentoring_join"), JOINED)
    assert is_member(fresh(person))


def test_withdrawing_the_consent_is_leaving_at_once(mine, person):
    profile = make_profile("", user=person)
    mine.post(address("my_data_consent"), {"purpose": "mentoring_code", "withdraw": ""})
    profile.refresh_from_db()
    assert profile.left_at
    assert profile.is_paused
    assert (profile.listing, profile.reviewed) == (Listing.OFF, {})
    assert not Profile.objects.listed().exists()
    assert not is_member(fresh(person))
    assert mine.get(address("mentoring_profile")).status_code == 404
    assert profile.name  # who comes back finds it


def test_who_left_comes_back_in_a_round_and_is_not_listed(mine, person):
    profile = make_profile("", user=person)
    withdraw(person, CODE_OF_CONDUCT)
    open_round()
    mine.post(address("mentoring_join"), JOINED)
    profile.refresh_from_db()
    assert not profile.left_at
    assert not profile.is_paused
    assert profile.listing == Listing.OFF


def test_an_earlier_code_is_asked_about_again_whether_a_round_is_open_or_not(mine, person):
    make_profile("", user=person)
    Consent.objects.update(version=0)
    assert not is_member(fresh(person))
    answer = mine.get(address("mentoring_profile"))
    assert answer["Location"] == address("mentoring_join")
    mine.post(address("mentoring_join"), JOINED)
    assert is_member(fresh(person))


def test_the_code_is_agreed_to_where_it_is_read_and_nowhere_else(mine, person):
    open_round()
    assert 'value="mentoring_code"' not in mine.get(address("my_data")).content.decode()
    answer = mine.post(address("my_data_consent"), {"purpose": "mentoring_code", "give": ""})
    assert answer["Location"] == address("mentoring_join")
    assert not Consent.objects.exists()
    make_profile("", user=person)
    page = mine.get(address("my_data")).content.decode()
    assert 'name="withdraw"' in page
    assert 'name="give"' not in page


def test_what_leaving_ends_is_ended_first(person, monkeypatch):
    ended = []
    monkeypatch.setattr(actions, "close_everything", lambda profile: ended.append(profile.left_at))
    make_profile("", user=person)
    withdraw(person, CODE_OF_CONDUCT)
    withdraw(person, CODE_OF_CONDUCT)
    assert ended == [None]
    assert Profile.objects.get().left_at <= timezone.now()
