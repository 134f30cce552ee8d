"""The pages of requests: asking, answering, and what each of the two reads."""

import re

import pytest
from django.http import HttpResponse
from django.utils import timezone

from mentoring.models import Block, Profile, Request, Waiting
from mentoring.models.profile import Audience, Part
from mentoring.models.request import State
from mentoring.requests import actions
from portal.accounts.roles import Role
from tests.mentoring.asking import ask, by
from tests.mentoring.people import make_mentee, make_profile, make_request
from tests.portal.people import address, make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
GOALS = "Të ndërtoj një plan individual me hapa të qartë."


@pytest.fixture
def mine(mentee):
    return client_of(mentee.user)


@pytest.fixture
def theirs(mentor):
    return client_of(mentor.user)


def to_ask(mentor: Profile, language: str = "sq") -> str:
    return address("mentoring_ask", language, mentor.code)


def page(client, request: Request, language: str = "sq") -> str:
    return client.get(address("mentoring_request", language, request.key)).content.decode()


def without_token(answer: HttpResponse) -> str:
    """Return a page without what is new in each answer."""
    return re.sub(r'(nonce|value)="[\w+/=-]{20,}"', "", answer.content.decode())


def test_a_mentee_asks_and_reads_who_waits_until_when(mine, mentor):
    answer = mine.post(to_ask(mentor), {"goals": GOALS, "message": ""}, follow=True)
    request = Request.objects.get()
    assert request.state == State.SENT
    text = answer.content.decode()
    assert GOALS in text
    assert "14" not in request.goals
    assert "ia kujtojmë dy herë" in text
    assert "Ana Leka" in mine.get(address("mentoring_requests")).content.decode()


def test_a_draft_is_kept_gone_on_with_and_deleted(mine, theirs, mentor):
    mine.post(to_ask(mentor), {"goals": "", "message": "sepse", "save": "1"})
    draft = Request.objects.get()
    assert (draft.state, draft.message) == (State.DRAFT, "sepse")
    assert "sepse" in mine.get(to_ask(mentor)).content.decode()
    assert theirs.get(address("mentoring_request", "sq", draft.key)).status_code == 404
    mine.post(to_ask(mentor), {"discard": "1"})
    assert not Request.objects.exists()


@pytest.mark.parametrize("language", ["sq", "en"])
def test_contact_details_are_refused_by_the_field_and_what_was_typed_stays(mine, mentor, language):
    said = {"goals": f"{GOALS} Shkruani te dea@example.org", "message": "sepse"}
    text = mine.post(to_ask(mentor, language), said).content.decode()
    assert "field--invalid" in text
    assert "sepse" in text
    assert not Request.objects.exists()


def test_who_writes_of_a_person_is_asked_once(mine, mentor):
    said = {"goals": "Znj. Drita Kola jeton në fshatin Kutë.", "message": ""}
    text = mine.post(to_ask(mentor), said).content.decode()
    assert 'name="warned"' in text
    assert not Request.objects.exists()
    mine.post(to_ask(mentor), said | {"warned": "1"})
    assert Request.objects.get().state == State.SENT


def test_markup_is_shown_as_typed_and_what_turns_the_writing_is_taken_out(mine, mentor):
    goals = "<script>alert(1)</script> \u202eetej\u202c ok"
    text = mine.post(to_ask(mentor), {"goals": goals}, follow=True).content.decode()
    assert "&lt;script&gt;alert(1)" in text
    assert "\u202e" not in Request.objects.get().goals
    long = mine.post(to_ask(make_profile("m2@example.org")), {"goals": "g" * 1001})
    assert "field--invalid" in long.content.decode()


def test_who_cannot_ask_reads_why_and_can_wait(mine, mentee, mentor):
    make_request(make_mentee("b@example.org"), mentor, State.ACCEPTED)
    text = mine.get(to_ask(mentor)).content.decode()
    assert "listën e pritjes" in text
    url = address("mentoring_queue", "sq", mentor.code)
    mine.post(url)
    mine.post(url)
    assert Waiting.objects.count() == 1
    mine.post(url, {"leave": "1"})
    assert not Waiting.objects.exists()


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("capacity", [1, 2])
def test_who_is_kept_apart_reads_what_all_read_of_a_mentor_who_pauses(
    mine, mentee, mentor, language, capacity
):
    Profile.objects.filter(pk=mentor.pk).update(capacity=capacity)
    make_request(make_mentee("b@example.org"), mentor, State.ACCEPTED)
    Profile.objects.filter(pk=mentor.pk).update(paused_at=timezone.now())
    url, queue = to_ask(mentor, language), address("mentoring_queue", language, mentor.code)
    said = [without_token(mine.get(url)), without_token(mine.post(queue, follow=True))]
    assert "callout" in said[0]
    Profile.objects.filter(pk=mentor.pk).update(paused_at=None)
    Block.objects.create(by=mentor, of=mentee)
    assert [without_token(mine.get(url)), without_token(mine.post(queue, follow=True))] == said
    assert "Ana Leka" in without_token(mine.post(url, {"goals": GOALS}))
    assert not Request.objects.filter(mentee=mentee).exclude(state=State.DRAFT).exists()


def test_what_is_refused_while_one_writes_is_said_and_what_was_typed_stays(
    mine, mentee, mentor, monkeypatch
):
    for number in range(3):
        ask(mentee, make_profile(f"m{number}@example.org"))
    text = mine.post(to_ask(mentor), {"goals": GOALS}).content.decode()
    assert "tri kërkesa" in text
    assert GOALS in text
    assert Request.objects.get(mentor=mentor).state == State.DRAFT


def test_a_mentor_accepts_by_one_click_and_a_second_one_is_no_fault(theirs, mentee, mentor):
    request = ask(mentee, mentor)
    url = address("mentoring_request", "sq", request.key)
    assert "Dea Hoxha" in page(theirs, request)
    theirs.post(url, {"step": "accept"})
    again = theirs.post(url, {"step": "accept"}, follow=True).content.decode()
    request.refresh_from_db()
    assert request.state == State.ACCEPTED
    assert "message--info" in again
    assert request.changes.count() == 2


def test_a_mentor_declines_with_a_kind_reason_and_the_mentee_is_led_on(
    mine, theirs, mentee, mentor
):
    request = ask(mentee, mentor)
    url = address("mentoring_request", "sq", request.key)
    refused = theirs.post(url, {"step": "decline"}).content.decode()
    assert "field--invalid" in refused
    theirs.post(url, {"step": "decline", "reason": "time", "answer": "Ju uroj suksese."})
    text = page(mine, request)
    assert "nuk kam kohë" in text
    assert "Ju uroj suksese." in text
    assert address("mentoring_suggestions") in text
    assert address("mentoring_suggestions") not in page(theirs, request)


def test_steps_of_others_are_refused_with_what_is_the_case(mine, mentee, mentor):
    request = ask(mentee, mentor)
    url = address("mentoring_request", "sq", request.key)
    text = mine.post(url, {"step": "accept"}, follow=True).content.decode()
    assert "message--warning" in text
    assert mine.post(url, {"step": "expire"}).status_code == 302
    request.refresh_from_db()
    assert request.state == State.SENT


def test_both_agree_to_a_proposal_on_its_page(mine, theirs, mentee, mentor):
    request = actions.propose(
        mentee=mentee,
        mentor=mentor,
        goals=GOALS,
        message="Punoni njësoj.",
        by=make("k@example.org"),
    )
    url = address("mentoring_request", "sq", request.key)
    assert "Punoni njësoj." in page(mine, request)
    mine.post(url, {"step": "accept"})
    assert "Ju pranuat" in page(mine, request)
    theirs.post(url, {"step": "accept"})
    request.refresh_from_db()
    assert request.state == State.ACCEPTED


def test_a_name_that_is_hidden_is_shown_to_nobody_before_they_work_together(theirs, mentee, mentor):
    Profile.objects.filter(pk=mentee.pk).update(audiences={Part.NAME: Audience.MATCHED})
    mentee.refresh_from_db()
    request = ask(mentee, mentor)
    assert "Dea Hoxha" not in page(theirs, request)
    actions.accept(request=request, by=by(mentor, request))
    assert "Dea Hoxha" in page(theirs, request)


def test_whoever_is_gone_is_not_named(mine, mentee, mentor):
    request = ask(mentee, mentor)
    Profile.objects.filter(pk=mentor.pk).update(left_at=timezone.now())
    text = page(mine, request)
    assert "Ana Leka" not in text
    assert "nuk është më këtu" in text


def test_pages_are_not_kept_by_anybody(mine):
    assert "no-store" in mine.get(address("mentoring_requests"))["Cache-Control"]


def test_the_coordinator_proposes_withdraws_and_ends(client_as, mentee, mentor):
    desk = client_as(Role.COORDINATOR)
    url = address("propose_pair", "sq")
    said = {"mentee": mentee.pk, "mentor": mentor.pk, "goals": GOALS, "message": ""}
    desk.post(url, said)
    assert GOALS in desk.post(url, said).content.decode()  # refused: there is one
    request = Request.objects.get()
    assert "Dea Hoxha" in desk.get(address("mentoring_pairs")).content.decode()
    withdrawal = address("withdraw_proposal", "sq", request.pk)
    assert desk.get(withdrawal).status_code == 200
    desk.post(withdrawal)
    request.refresh_from_db()
    assert request.state == State.WITHDRAWN
    late = desk.get(withdrawal, follow=True)
    assert late.redirect_chain[0][0] == address("mentoring_pairs")
    assert "u tërhoq" in late.content.decode()
    for name, state in (("end_pair", State.ENDED_EARLY), ("complete_pair", State.COMPLETED)):
        pair = make_request(mentee, mentor, State.ACCEPTED)
        desk.post(address(name, "sq", pair.pk))
        pair.refresh_from_db()
        assert pair.state == state
