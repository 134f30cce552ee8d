"""A request from its draft to its end: who takes which step, what it leads to, who is told."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from mentoring.models import Request, Waiting
from mentoring.models.profile import Listing
from mentoring.models.request import OPEN, State
from mentoring.models.safety import Block
from mentoring.requests import actions, queueing
from mentoring.requests.rules import RULES, By, Step
from mentoring.requests.steps import Actor, AlreadyDoneError, take
from portal.accounts.models import Message
from portal.personal.audit import Action, Event
from portal.publishing.refusals import RefusedError
from tests.mentoring.asking import ask, by
from tests.mentoring.people import make_mentee, make_profile, make_request
from tests.portal.people import make

pytestmark = pytest.mark.django_db


def told(profile) -> list[str]:
    return [*Message.objects.filter(to=profile.user).order_by("pk").values_list("subject", flat=1)]


def test_a_request_goes_from_draft_to_completed_and_each_other_is_told(mentee, mentor):
    request = ask(mentee, mentor)
    assert request.due_at - request.sent_at == timedelta(days=14)
    actions.accept(request=request, by=by(mentor, request))
    actions.complete(request=request, by=by(mentee, request))
    assert [*request.changes.values_list("was", "state", "by")] == [
        ("draft", "sent", "mentee"),
        ("sent", "accepted", "mentor"),
        ("accepted", "completed", "mentee"),
    ]
    assert len(told(mentor)) == 2
    assert len(told(mentee)) == 1


def test_only_the_table_leads_from_a_state_to_another(mentee, mentor):
    users = {By.MENTEE: mentee.user, By.MENTOR: mentor.user}
    for state, step, who in product(State, set(Step) - {Step.PROPOSE}, By):
        request = make_request(mentee, mentor, state)
        actor, rule = Actor(who, users.get(who)), RULES.get((state, step))
        if rule and who in rule.by:
            now = timezone.now()
            said = {"sent_at": now, "due_at": now} if step == Step.SEND else {}
            after = take(step, request=request, actor=actor, **said)
            is_half = state == State.PROPOSED and step == Step.ACCEPT
            assert after.state == (State.PROPOSED if is_half else rule.to)
            assert request.changes.get().was == state
        else:
            with pytest.raises(RefusedError):
                take(step, request=request, actor=actor)
            assert not request.changes.exists()
        request.delete()


def test_who_does_the_same_twice_hears_calmly_that_it_is_done(mentee, mentor):
    request = ask(mentee, mentor)
    for _time in range(2):
        draft = Request.objects.get(pk=request.pk)
        with pytest.raises(AlreadyDoneError):
            actions.send(request=draft, by=by(mentee, draft))
    actions.decline(request=request, by=by(mentor, request), reason="time")
    with pytest.raises(AlreadyDoneError):
        actions.decline(request=request, by=by(mentor, request), reason="field")
    with pytest.raises(RefusedError) as late:
        actions.withdraw(request=request, by=by(mentee, request))
    assert not isinstance(late.value, AlreadyDoneError)
    request.refresh_from_db()
    assert (request.state, request.reason, request.changes.count()) == ("declined", "time", 2)


def test_a_fourth_open_request_waits_as_a_draft(mentee, mentor):
    for number in range(3):
        ask(mentee, make_profile(f"m{number}@example.org"))
    with pytest.raises(RefusedError, match=r"[Tt]hree|tri"):
        ask(mentee, mentor)
    assert Request.objects.open().count() == 3


def test_a_draft_outlives_a_refusal(mentee, mentor):
    draft = actions.save_draft(mentee=mentee, mentor=mentor, goals="Q", message="")
    mentor.paused_at = timezone.now()
    mentor.save()
    with pytest.raises(RefusedError):
        actions.send(request=draft, by=by(mentee, draft))
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


@pytest.mark.parametrize(
    "why",
    [
        {"paused_at": timezone.now()},
        {"listing": Listing.OFF},
        {"left_at": timezone.now()},
        {"is_mentor": False},
        {"capacity": 0},
    ],
)
def test_a_mentor_who_takes_nobody_is_not_asked(mentee, mentor, why):
    type(mentor).objects.filter(pk=mentor.pk).update(**why)
    with pytest.raises(RefusedError):
        ask(mentee, mentor)


def test_a_block_sounds_like_a_pause(mentee, mentor):
    Block.objects.create(by=mentor, of=mentee)
    with pytest.raises(RefusedError) as blocked:
        ask(mentee, mentor)
    Block.objects.all().delete()
    type(mentor).objects.filter(pk=mentor.pk).update(paused_at=timezone.now())
    with pytest.raises(RefusedError) as paused:
        ask(mentee, mentor)
    assert blocked.value.messages == paused.value.messages


def test_nobody_is_asked_without_a_round(mentee, mentor, current):
    draft = actions.save_draft(mentee=mentee, mentor=mentor, goals="Q", message="")
    actions.close_round(round=current)
    for function in (
        lambda: ask(mentee, mentor),
        lambda: actions.send(request=draft, by=by(mentee, draft)),
    ):
        with pytest.raises(RefusedError):
            function()


def test_a_mentor_with_full_places_accepts_nobody_else(mentee, mentor):
    first, second = ask(mentee, mentor), ask(make_mentee("b@example.org"), mentor)
    actions.accept(request=first, by=by(mentor, first))
    with pytest.raises(RefusedError):
        actions.accept(request=second, by=by(mentor, second))
    second.refresh_from_db()
    assert second.state == State.SENT


def test_what_is_proposed_begins_when_both_agree(mentee, mentor):
    coordinator = make("k@example.org")
    request = actions.propose(mentee=mentee, mentor=mentor, goals="Q", message="", by=coordinator)
    actions.accept(request=request, by=by(mentee, request))
    with pytest.raises(AlreadyDoneError):
        actions.accept(request=request, by=by(mentee, request))
    assert Request.objects.get().state == State.PROPOSED
    actions.accept(request=request, by=by(mentor, request))
    assert Request.objects.get().state == State.ACCEPTED
    assert Message.objects.filter(to=coordinator).count() == 1
    assert Event.objects.get(action=Action.PAIR_PROPOSED).about == mentee.user


def test_a_draft_hinders_no_proposal_and_is_kept(mentee, mentor):
    draft = actions.save_draft(mentee=mentee, mentor=mentor, goals="Q", message="")
    actions.propose(mentee=mentee, mentor=mentor, goals="Q", message="", by=make("k@example.org"))
    with pytest.raises(RefusedError):
        actions.send(request=draft, by=by(mentee, draft))
    assert Request.objects.filter(state=State.DRAFT).exists()


def test_a_pause_ends_what_is_open_and_leaves_pairs_alone(mentee, mentor):
    type(mentor).objects.filter(pk=mentor.pk).update(capacity=2)
    pair = ask(make_mentee("b@example.org"), mentor)
    actions.accept(request=pair, by=by(mentor, pair))
    request = ask(mentee, mentor)
    assert actions.close_open(mentor=mentor) == 1
    assert actions.close_open(mentor=mentor) == 0
    states = dict(Request.objects.values_list("pk", "state"))
    assert states == {pair.pk: State.ACCEPTED, request.pk: State.EXPIRED}
    assert len(told(mentee)) == 1


def test_who_leaves_leaves_nothing_open(mentee, mentor):
    request = ask(mentee, mentor)
    actions.accept(request=request, by=by(mentor, request))
    other = ask(mentee, make_profile("m2@example.org"))
    actions.save_draft(mentee=mentee, mentor=make_profile("m3@example.org"), goals="Q", message="")
    assert actions.close_everything(profile=mentee) == 2
    states = dict(Request.objects.values_list("pk", "state"))
    assert states == {request.pk: State.ENDED_EARLY, other.pk: State.EXPIRED}


def test_a_block_parts_a_pair(mentee, mentor):
    request = ask(mentee, mentor)
    actions.accept(request=request, by=by(mentor, request))
    assert actions.part(one=mentor, other=mentee) == 1
    request.refresh_from_db()
    assert request.state == State.ENDED_EARLY


def test_a_round_that_closes_lets_pairs_go_on(mentee, mentor, current):
    pair = ask(make_mentee("b@example.org"), mentor)
    request = ask(mentee, mentor)
    actions.accept(request=pair, by=by(mentor, pair))
    assert actions.close_round(round=current, by=make("k@example.org")) == 1
    assert actions.close_round(round=current) == 0
    states = dict(Request.objects.values_list("pk", "state"))
    assert states == {pair.pk: State.ACCEPTED, request.pk: State.EXPIRED}
    assert Event.objects.filter(action=Action.ROUND_CLOSED).count() == 1


def test_the_first_who_waits_is_told_and_the_place_is_kept_for_them(mentee, mentor):
    pair = ask(make_mentee("b@example.org"), mentor)
    actions.accept(request=pair, by=by(mentor, pair))
    second = make_mentee("c@example.org")
    queueing.join(mentee=mentee, mentor=mentor)
    queueing.join(mentee=mentee, mentor=mentor)
    queueing.join(mentee=second, mentor=mentor)
    actions.end(request=pair, by=by(mentor, pair))
    assert len(told(mentee)) == 1
    assert not told(second)
    with pytest.raises(RefusedError):
        ask(second, mentor)
    ask(mentee, mentor)
    assert [row.mentee for row in Waiting.objects.all()] == [second]


def test_who_has_a_place_to_ask_for_does_not_wait(mentee, mentor):
    with pytest.raises(RefusedError):
        queueing.join(mentee=mentee, mentor=mentor)


def test_what_is_open_has_a_day_on_which_it_ends(mentee, mentor):
    ask(mentee, mentor)
    assert not Request.objects.filter(state__in=OPEN, due_at=None).exists()
