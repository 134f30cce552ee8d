"""The end of a pair: thanks, hours, the certificate of both, and what comes next."""

import pytest

from mentoring.models import Request
from mentoring.models.profile import Listing, Profile
from mentoring.requests import actions
from mentoring.work import award
from portal.accounts.models import Message, User
from portal.accounts.roles import Role
from portal.certificates.actions import revoke
from portal.certificates.models import Certificate, Reason
from portal.certificates.paper import page
from portal.publishing.refusals import RefusedError
from tests.mentoring.working import complete, held, make_pair
from tests.portal.people import address, make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(mentee, mentor) -> Request:
    for profile in (mentee, mentor):
        profile.user.name = profile.name
        profile.user.save()
    return make_pair(mentee, mentor)


def ending(profile: Profile, pair: Request, language: str = "en") -> str:
    client = client_of(profile.user)
    return client.get(address("mentoring_ending", language, pair.key)).content.decode()


def test_both_get_one_that_does_not_name_the_other(mentee, mentor, pair):
    for _number in range(3):
        held(pair, minutes=65)
    for _twice in range(2):
        try:
            complete(pair, mentor)
        except RefusedError:
            continue
    pair.refresh_from_db()
    assert Certificate.objects.count() == 2
    roles = {mentor: "si mentor/e", mentee: "si i/e mentoruar"}
    for profile, role in roles.items():
        other = mentee if profile == mentor else mentor
        row = award.certificate_of(profile.user, pair)
        paper = page(row, "sq")
        assert role in paper["title"]
        assert ["Kohëzgjatja", "3,2 orë"] in paper["facts"]
        assert paper["achieved"] == ["3 takime të mbajtura"]
        assert other.name not in str(paper)
        assert row.languages == ["sq", "en"]
        checked = client_of(other.user).get(address("certificate", "en", row.code))
        assert "as a ment" in checked.content.decode()
        assert profile.name not in checked.content.decode()
        assert "My certificate" in ending(profile, pair)
        assert award.certify(pair=pair, profile=profile) == row
    revoke(certificate=row, reason=Reason.MISTAKE, by=mentor.user)
    with pytest.raises(RefusedError):
        award.certify(pair=pair, profile=profile)


@pytest.mark.parametrize("minutes", [[90, 89], [60, 60, 59]])
def test_below_the_minimum_the_page_says_so_and_none_is_issued(mentee, mentor, pair, minutes):
    for each in minutes:
        held(pair, minutes=each)
    complete(pair, mentor)
    text = ending(mentee, pair)
    assert "2 hours and 59 minutes" in text
    assert "No certificate is issued" in text
    client_of(mentee.user).post(address("mentoring_certificate", "en", pair.key))
    assert not Certificate.objects.exists()


def test_who_has_no_name_completes_and_gets_it_once_it_is_filled_in(mentee, mentor, pair):
    User.objects.filter(pk=mentee.user_id).update(name="")
    for _number in range(3):
        held(pair)
    complete(pair, mentor)
    assert Certificate.objects.get().holder == mentor.user
    assert Message.objects.filter(to=mentee.user, subject__contains="ertifikata").exists()
    assert "Get the certificate" in ending(mentee, pair)
    where = address("mentoring_certificate", "en", pair.key)
    client_of(mentee.user).post(where)
    assert Certificate.objects.count() == 1
    User.objects.filter(pk=mentee.user_id).update(name="Dea Hoxha")
    answer = client_of(mentee.user).post(where)
    assert answer.url == award.certificate_of(mentee.user, pair).get_absolute_url()


def test_a_pair_that_ends_early_is_thanked_without_blame(mentee, mentor, pair):
    client = client_of(mentee.user)
    where = {name: address(name, "en", pair.key) for name in ("mentoring_pair", "mentoring_ending")}
    assert client.get(where["mentoring_ending"]).status_code == 404
    assert where["mentoring_ending"] not in client.get(where["mentoring_pair"]).content.decode()
    for _number in range(3):
        held(pair)
    answer = client.post(address("mentoring_request", "en", pair.key), {"step": "end"}, follow=True)
    assert answer.request["PATH_INFO"] == where["mentoring_ending"]
    assert where["mentoring_ending"] in client.get(where["mentoring_pair"]).content.decode()
    text = answer.content.decode()
    assert "none of them is a failure" in text
    assert "3 meetings, 3 hours" in text
    assert "Give feedback" in text
    assert "Mentors who may suit you" in text
    assert not Certificate.objects.exists()
    told = Message.objects.filter(to=mentor.user).order_by("pk").last()
    assert told.link == address("mentoring_ending", "sq", pair.key)
    assert "Pause for now" in ending(mentor, pair)
    Profile.objects.filter(pk=mentor.pk).update(paused_at="2026-01-01T00:00:00Z")
    assert "Take new requests" in ending(mentor, pair)
    Profile.objects.filter(pk=mentor.pk).update(paused_at=None, listing=Listing.OFF)
    assert "Ask to be listed" in ending(mentor, pair)


def test_a_coordinator_completes_one_too_and_looks_after_the_certificates(mentor, pair):
    for _number in range(3):
        held(pair)
    coordinator = make("k@example.org", Role.COORDINATOR)
    actions.complete(request=pair, by=actions.Actor(actions.By.COORDINATOR, coordinator))
    assert Certificate.objects.looked_after_by(coordinator).count() == 2
    assert not Certificate.objects.looked_after_by(mentor.user).exists()
