"""The coordinator's desk: profiles are read, rounds are opened and closed, people invited."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Profile, Round
from mentoring.models.profile import Listing
from mentoring.profiles.reviewing import accept, seen, send_back
from mentoring.rounds import open_round
from portal.accounts.models import Invitation, Message
from portal.accounts.roles import Role
from portal.personal.audit import Action, Event
from portal.publishing.refusals import RefusedError
from tests.mentoring.people import make_profile
from tests.mentoring.profiles import open_round as opened
from tests.portal.people import LANGUAGES, make

pytestmark = pytest.mark.django_db
SUBJECTS = {
    "sq": ("Profili juaj është në listën e mentorëve", "Ju lutemi ndryshoni diçka"),
    "en": ("Your profile is in the directory", "Please change something"),
}
NAMES = ("profiles_to_review", "mentoring_rounds", "open_mentoring_round", "invite_to_mentoring")


def waiting(language: str = "sq", **about) -> Profile:
    user = make("ana@example.org", language=language)
    given = {"listing": Listing.WAITING, "waits_since": timezone.now(), "headline": "Fjalia ime"}
    return make_profile("", user=user, name="Ana Hoxha", **(given | about))


def review(profile: Profile) -> str:
    return reverse("review_profile", args=[profile.pk])


def decision(profile: Profile, **said: str) -> dict[str, str]:
    return {"decision": "accept", "seen": seen(profile), **said}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_profile_that_is_accepted_is_listed_and_its_person_told(desk, coordinator, language):
    profile = waiting(language)
    listed = desk.get(reverse("profiles_to_review")).content.decode()
    assert "Ana Hoxha" in listed
    page = desk.get(review(profile)).content.decode()
    assert "Fjalia ime" in page
    assert 'type="hidden" name="seen"' in page
    assert 'for="id_seen"' not in page
    assert desk.post(review(profile), decision(profile)).status_code == 302
    profile.refresh_from_db()
    assert (profile.listing, profile.waits_since) == (Listing.LISTED, None)
    assert profile.reviewed == profile.words()
    assert profile.reviewed_by == coordinator
    assert Message.objects.get(to=profile.user).subject == SUBJECTS[language][0]
    event = Event.objects.get(action=Action.PROFILE_ACCEPTED)
    assert (event.by, event.about) == (coordinator, profile.user)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_profile_is_sent_back_with_a_reason(desk, language):
    profile = waiting(language)
    page = desk.post(review(profile), decision(profile, decision="send_back"))
    assert page.context["form"].errors
    said = decision(profile, decision="send_back", because="Hiqni emrin e rastit.")
    desk.post(review(profile), said)
    profile.refresh_from_db()
    assert (profile.listing, profile.waits_since) == (Listing.RETURNED, None)
    assert profile.returned_because == "Hiqni emrin e rastit."
    message = Message.objects.get(to=profile.user)
    assert message.subject.startswith(SUBJECTS[language][1])
    assert "Hiqni emrin e rastit." in message.text
    assert Event.objects.filter(action=Action.PROFILE_RETURNED, about=profile.user).exists()


def test_words_that_are_sent_back_leave_those_accepted_before(coordinator):
    profile = make_profile("ana@example.org", headline="E para.")
    profile.headline, profile.waits_since = "E dyta.", timezone.now()
    profile.save()
    send_back(profile=profile, mark=seen(profile), because="x", by=coordinator)
    profile.refresh_from_db()
    assert profile.listing == Listing.LISTED
    assert profile.reviewed["headline"] == "E para."
    assert not Profile.objects.to_review().exists()


def test_who_decides_second_changes_nothing_and_is_told(desk, coordinator):
    profile, other = waiting(), make("tjetra@example.org", Role.COORDINATOR)
    said = decision(profile, decision="send_back", because="x")
    accept(profile=profile, mark=seen(profile), by=other)
    answer = desk.post(review(profile), said, follow=True)
    assert "ka vendosur dikush tjetër" in answer.content.decode()
    profile.refresh_from_db()
    assert profile.listing == Listing.LISTED
    assert Message.objects.filter(to=profile.user).count() == 1


def test_nobody_accepts_words_that_they_have_not_read(coordinator):
    profile = waiting()
    mark = seen(profile)
    Profile.objects.update(headline="Tjetër")
    with pytest.raises(RefusedError):
        accept(profile=profile, mark=mark, by=coordinator)
    Profile.objects.update(headline="Fjalia ime", listing=Listing.OFF, waits_since=None)
    with pytest.raises(RefusedError):
        accept(profile=profile, mark=mark, by=coordinator)


def test_the_words_of_now_stand_beside_those_accepted(desk):
    profile = make_profile("ana@example.org", headline="E para.", position="Drejtore")
    profile.headline, profile.waits_since = "E dyta.", timezone.now()
    profile.save()
    page = desk.get(review(profile)).content.decode()
    assert "E para." in page
    assert "E dyta." in page
    assert page.count("u ndryshua") == 1


def test_the_first_page_of_the_admin_tells_that_profiles_wait(desk):
    assert "1 profil pret shqyrtimin tuaj" not in desk.get("/admin/").content.decode()
    waiting()
    page = desk.get("/admin/").content.decode()
    assert "1 profil pret shqyrtimin tuaj" in page


def test_one_round_at_most_is_open(desk, coordinator):
    today = timezone.localdate()
    days = {"opens_on": today.isoformat(), "closes_on": (today + timedelta(days=9)).isoformat()}
    wrong = {**days, "closes_on": (today - timedelta(days=1)).isoformat()}
    assert desk.post(reverse("open_mentoring_round"), wrong).context["form"].errors
    desk.post(reverse("open_mentoring_round"), days)
    assert Round.current()
    page = desk.post(reverse("open_mentoring_round"), days, follow=True).content.decode()
    assert "tashmë i hapur" in page
    with pytest.raises(RefusedError):
        open_round(opens_on=today, closes_on=today, by=coordinator)
    assert Round.objects.count() == 1
    assert Event.objects.filter(action=Action.ROUND_OPENED, by=coordinator).count() == 1


def test_a_round_is_closed_once(desk, coordinator):
    round_ = opened()
    url = reverse("close_mentoring_round", args=[round_.pk])
    assert str(round_) in desk.get(reverse("mentoring_rounds")).content.decode()
    desk.post(url)
    assert Round.current() is None
    answer = desk.post(url, follow=True)
    assert "është mbyllur tashmë" in answer.content.decode()
    assert Event.objects.filter(action=Action.ROUND_CLOSED, by=coordinator).count() == 1


def test_the_coordinator_invites_people_without_a_role(desk):
    said = {"addresses": "ana@example.org, beni@example.org", "language": "sq"}
    assert desk.post(reverse("invite_to_mentoring"), said).status_code == 302
    invited = Invitation.objects.values_list("purpose", "role")
    assert [*invited] == [("mentoring", ""), ("mentoring", "")]
    wrong = desk.post(reverse("invite_to_mentoring"), {"addresses": "x", "language": "sq"})
    assert wrong.context["form"].errors
