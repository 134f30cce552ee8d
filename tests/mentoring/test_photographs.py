"""Photographs of members: small, clean, private, and gone when they should be."""

from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from mentoring.models import Profile
from mentoring.models.profile import Audience, Listing, Part
from mentoring.profiles.photographs import SIDE
from portal.media.storages import private_storage
from portal.personal.erasure import erase_key
from tests.media.samples import HTML, SECRET, encoded
from tests.mentoring.people import make_profile
from tests.mentoring.profiles import photograph_of, shown_to, upload
from tests.portal.people import address, make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile() -> Profile:
    return make_profile("ana@example.org", audiences=shown_to(Audience.PUBLIC))


@pytest.fixture
def mine(profile) -> Client:
    return client_of(profile.user)


def send(client: Client, data: bytes = b""):
    return client.post(address("profile_photograph"), {"photograph": upload(data)})


def is_kept(name: str) -> bool:
    return private_storage().exists(name)


def sent(client: Client, profile: Profile) -> str:
    """Send a photograph, and return the name under which it is kept."""
    send(client)
    profile.refresh_from_db()
    return profile.photograph.name


def picture_at(client: Client, profile: Profile) -> int:
    return client.get(address("mentor_photograph", "sq", profile.code)).status_code


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P"])
def test_a_picture_becomes_a_small_square_without_metadata(mine, profile, mode):
    data = b"" if mode == "RGB" else encoded("PNG", (900, 300), mode)
    assert send(mine, data).status_code == 302
    profile.refresh_from_db()
    kept = profile.photograph.read()
    assert SECRET not in kept
    with Image.open(BytesIO(kept)) as image:
        assert (image.format, image.size) == ("JPEG", (SIDE, SIDE))
        assert not image.getexif()


def test_what_is_no_picture_is_refused_by_its_field(mine, profile):
    for data in (HTML, encoded("JPEG")[:200]):
        assert send(mine, data).context_data["photograph_form"].errors
    assert mine.post(address("profile_photograph")).context_data["photograph_form"].errors
    profile.refresh_from_db()
    assert not profile.photograph


def test_a_file_goes_when_it_is_replaced_removed_or_its_person_erased(mine, profile, publish):
    first = publish(sent, mine, profile)
    second = publish(sent, mine, profile)
    assert (is_kept(first), is_kept(second)) == (False, True)
    publish(mine.post, address("profile_photograph"), {"remove": ""})
    assert not is_kept(second)
    third = publish(sent, mine, profile)
    assert is_kept(third)
    publish(erase_key, profile.user.key)
    assert not is_kept(third)
    assert not Profile.objects.exists()


def test_others_see_it_when_the_coordinator_has_and_only_those_whom_one_chose(mine, profile):
    member = client_of(make_profile("beni@example.org").user)
    stranger = Client()
    send(mine)
    profile.refresh_from_db()
    assert profile.waits_since
    assert [picture_at(each, profile) for each in (mine, member, stranger)] == [200, 404, 404]
    photograph_of(profile)
    assert [picture_at(each, profile) for each in (mine, member, stranger)] == [200, 200, 200]
    profile.audiences = shown_to(Audience.PUBLIC) | {Part.PHOTOGRAPH: Audience.MEMBERS}
    profile.save()
    assert [picture_at(each, profile) for each in (mine, member, stranger)] == [200, 200, 404]
    profile.audiences = shown_to(Audience.PUBLIC) | {Part.PHOTOGRAPH: Audience.MATCHED}
    profile.save()
    assert [picture_at(each, profile) for each in (mine, member, stranger)] == [200, 404, 404]


def test_it_is_gone_at_once_for_others_who_have_left_the_directory(mine, profile):
    photograph_of(profile)
    stranger, gone = Client(), make("beni@example.org")
    assert picture_at(stranger, profile) == 200
    Profile.objects.update(listing=Listing.OFF)
    assert picture_at(stranger, profile) == 404
    Profile.objects.update(listing=Listing.LISTED)
    type(gone).objects.filter(pk=profile.user_id).update(is_active=False)
    assert picture_at(stranger, profile) == 404


def test_no_cache_keeps_it(profile):
    photograph_of(profile)
    answer = Client().get(address("mentor_photograph", "sq", profile.code))
    assert "private" in answer["Cache-Control"]
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Security-Policy"] == "default-src 'none'"
