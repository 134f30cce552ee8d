"""Everybody at the same second, in any order: no place twice, no fourth request, one history."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Count
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mentoring.models import Block, Change, Profile, Report, Request, Waiting
from mentoring.models.request import AT_WORK, OPEN, State
from mentoring.requests import actions, nightly, queueing
from mentoring.requests.rules import MOST_OPEN, NOTHING, RULES, By
from mentoring.requests.steps import Actor
from mentoring.safeguarding import apart
from mentoring.safeguarding.actions import decide, report
from mentoring.safeguarding.things import of_pair
from portal.accounts.models import Message, User
from portal.mail.models import Mail
from portal.publishing.refusals import RefusedError
from tests.mentoring.asking import ask, by
from tests.mentoring.people import make_mentee, make_profile, make_request, make_round
from tests.portal.people import make
from tests.test_same_second import ONE_WRITER, at_once

pytestmark = pytest.mark.django_db(transaction=True)
MENTORS, MENTEES, TABS = 4, 4, 6
CAPACITY = 1


@pytest.fixture(autouse=True)
def many_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)


def or_refused(function: Callable[[], object]) -> str:
    try:
        function()
    except RefusedError:
        return "refused"
    return "done"


def test_of_fifty_who_are_accepted_at_the_same_moment_as_many_get_a_place_as_there_are():
    make_round()
    mentor = make_profile("mentorja@example.org", capacity=7)
    people = [make_mentee(f"p{number}@example.org") for number in range(50)]
    requests = [make_request(person, mentor) for person in people]
    answer = by(mentor, requests[0])
    said = at_once(
        *(
            lambda each=each: or_refused(lambda: actions.accept(request=each, by=answer))
            for each in requests
        )
    )
    assert said.count("done") == 7
    assert Request.objects.at_work().count() == Change.objects.count() == 7
    assert Message.objects.count() == 7


def test_of_two_coordinators_who_decide_at_once_one_does():
    make_round()
    mentor, mentee = make_profile("mentorja@example.org"), make_mentee()
    users = [make(f"k{number}@example.org") for number in range(4)]

    def propose(user: User) -> str:
        said = {"mentee": mentee, "mentor": mentor, "goals": "Q", "message": ""}
        return or_refused(lambda: actions.propose(**said, by=user))

    def take_back(user: User) -> str:
        actor = Actor(By.COORDINATOR, user)
        return or_refused(lambda: actions.withdraw(request=Request.objects.get(), by=actor))

    for function in (propose, take_back):
        said = at_once(*(lambda user=user, f=function: f(user) for user in users))
        assert sorted(said) == ["done", *["refused"] * 3]
    assert [*Change.objects.values_list("state", flat=True)] == ["proposed", "withdrawn"]


def test_reporting_twice_and_deciding_twice_at_once_is_once():
    make_round()
    mentor, mentee = make_profile("mentorja@example.org"), make_mentee()
    pair = make_request(mentee, mentor, State.ACCEPTED)
    thing = of_pair(mentee, pair.key)
    at_once(*[lambda: report(thing=thing, kind="pair", key=pair.key)] * 4)
    row = Report.objects.get()
    assert Message.objects.count() == 2
    users = [make(f"k{number}@example.org") for number in range(4)]
    about = {"report": row, "decision": "ended", "note": ""}
    said = at_once(
        *(lambda user=user: or_refused(lambda: decide(**about, by=user)) for user in users)
    )
    assert sorted(said) == ["done", *["refused"] * 3]
    assert Message.objects.count() == 4


def test_a_round_that_closes_while_people_ask_leaves_nothing_open():
    current = make_round()
    pairs = [
        (make_mentee(f"p{number}@example.org"), make_profile(f"m{number}@example.org"))
        for number in range(8)
    ]
    at_once(
        lambda: actions.close_round(round=current),
        *(lambda pair=pair: or_refused(lambda: ask(*pair)) for pair in pairs),
    )
    assert not Request.objects.open().exists()


def test_two_nights_at_once_remind_and_end_once():
    make_round()
    mentor = make_profile("mentorja@example.org")
    now = timezone.now()
    for days in (8, 15):
        sent = now - timedelta(days=days)
        about = {"sent_at": sent, "due_at": sent + timedelta(days=14)}
        make_request(make_mentee(f"p{days}@example.org"), mentor, **about)
    assert sum(at_once(*[nightly.expire_due] * 3)) == 1
    assert sum(at_once(*[nightly.remind] * 3)) == 1
    assert Mail.objects.filter(kind="answer_waits").count() == 1


class World:
    """Mentors and mentees, and all that they, the coordinator and the clock may try."""

    def __init__(self) -> None:
        make_round()
        self.mentors = [
            make_profile(f"m{number}@example.org", capacity=CAPACITY) for number in range(MENTORS)
        ]
        self.mentees = [make_mentee(f"p{number}@example.org") for number in range(MENTEES)]
        self.coordinator = make("k@example.org")

    def tried(self, script: list[tuple[str, int, int]]) -> Callable[[], None]:
        """Return what tries the steps of a script one after the other, and looks each time."""

        def work() -> None:
            for what, mentee, mentor in script:
                or_refused(
                    lambda w=what, e=mentee, r=mentor: getattr(self, w)(
                        self.mentees[e], self.mentors[r]
                    )
                )
                check_limits()

        return work

    def last(self, mentee: Profile, mentor: Profile) -> Request:
        found = Request.objects.filter(mentee=mentee, mentor=mentor).order_by("pk").last()
        if not found:
            raise RefusedError("-")
        return found

    def ask(self, mentee: Profile, mentor: Profile) -> None:
        ask(mentee, mentor)

    def propose(self, mentee: Profile, mentor: Profile) -> None:
        said = {"mentee": mentee, "mentor": mentor, "goals": "Q", "message": ""}
        actions.propose(**said, by=self.coordinator)

    def accept(self, mentee: Profile, mentor: Profile) -> None:
        row = self.last(mentee, mentor)
        actions.accept(request=row, by=by(mentor, row))

    def agree(self, mentee: Profile, mentor: Profile) -> None:
        row = self.last(mentee, mentor)
        actions.accept(request=row, by=by(mentee, row))

    def decline(self, mentee: Profile, mentor: Profile) -> None:
        row = self.last(mentee, mentor)
        actions.decline(request=row, by=by(mentor, row), reason="time")

    def withdraw(self, mentee: Profile, mentor: Profile) -> None:
        row = self.last(mentee, mentor)
        actions.withdraw(request=row, by=by(mentee, row))

    def take_back(self, mentee: Profile, mentor: Profile) -> None:
        actor = Actor(By.COORDINATOR, self.coordinator)
        actions.withdraw(request=self.last(mentee, mentor), by=actor)

    def end(self, mentee: Profile, mentor: Profile) -> None:
        row = self.last(mentee, mentor)
        actions.end(request=row, by=by(mentee, row))

    def complete(self, mentee: Profile, mentor: Profile) -> None:
        row = self.last(mentee, mentor)
        actions.complete(request=row, by=by(mentor, row))

    def pause(self, mentee: Profile, mentor: Profile) -> None:
        actions.close_open(mentor=mentor)

    def part(self, mentee: Profile, mentor: Profile) -> None:
        actions.part(one=mentor, other=mentee)

    def queue(self, mentee: Profile, mentor: Profile) -> None:
        queueing.join(mentee=mentee, mentor=mentor)

    def unqueue(self, mentee: Profile, mentor: Profile) -> None:
        queueing.leave(mentee=mentee, mentor=mentor)

    def report(self, mentee: Profile, mentor: Profile) -> None:
        row = self.last(mentee, mentor)
        if not row.sent_at:
            raise RefusedError("-")
        report(thing=of_pair(mentor, row.key), kind="pair", key=row.key)

    def decide(self, mentee: Profile, mentor: Profile) -> None:
        row = Report.objects.open().between(mentee, mentor).first()
        if not row:
            raise RefusedError("-")
        decision = "ended" if row.pk % 3 == 0 else "resumed"
        decide(report=row, decision=decision, note="", by=self.coordinator)

    def block(self, mentee: Profile, mentor: Profile) -> None:
        apart.block(by=mentee, of=mentor)

    def unblock(self, mentee: Profile, mentor: Profile) -> None:
        apart.unblock(by=mentee, of=mentor)

    def begin(self) -> None:
        """Begin anew, where many wait for one mentor, and one waits for many."""
        for model in (Block, Report, Change, Request, Waiting, Message):
            model.objects.all().delete()
        for mentee in self.mentees:
            ask(mentee, self.mentors[0])
        ask(self.mentees[0], self.mentors[1])


TRIED = (
    *("ask", "ask", "ask", "propose", "accept", "accept", "agree", "decline", "withdraw"),
    *("take_back", "end", "complete", "pause", "part", "queue", "unqueue"),
    *("report", "report", "decide", "block", "unblock"),
)
STEP = st.tuples(st.sampled_from(TRIED), st.integers(0, MENTEES - 1), st.integers(0, MENTORS - 1))
# What all begin with at the same moment: for the only place, and for the last request.
FIRST = st.one_of(
    st.tuples(st.just("accept"), st.integers(0, MENTEES - 1), st.just(0)),
    st.tuples(st.sampled_from(["ask", "propose"]), st.just(0), st.integers(1, MENTORS - 1)),
)
SCRIPT = st.builds(lambda first, rest: [first, *rest], FIRST, st.lists(STEP, max_size=7))
SCRIPTS = st.lists(SCRIPT, min_size=TABS, max_size=TABS)


def check_limits() -> None:
    """Look whether a limit is broken, in what others have committed by now."""
    at_work = Request.objects.at_work().order_by().values("mentor").annotate(number=Count("pk"))
    assert all(row["number"] <= CAPACITY for row in at_work)
    waiting = Request.objects.open().order_by().values("mentee").annotate(number=Count("pk"))
    assert all(row["number"] <= MOST_OPEN for row in waiting)


def check_kept_apart() -> None:
    """Look whether contact was ever made during a report, or anything is open after a block."""
    for row in Report.objects.all():
        of_both = Change.objects.filter(request__mentee=row.about, request__mentor=row.by)
        meanwhile = of_both.filter(at__gt=row.made_at, at__lt=row.closed_at or timezone.now())
        assert not meanwhile.filter(state__in=(State.SENT, State.ACCEPTED, State.COMPLETED))
    for block in Block.objects.all():
        both = {"mentee": block.by, "mentor": block.of}
        assert not Request.objects.filter(**both, state__in=(*OPEN, *AT_WORK)).exists()
        assert not Waiting.objects.filter(**both).exists()


def check_history(row: Request) -> None:
    """Look whether each step of a request follows from the one before by a rule."""
    leads = {(was, rule.to, by) for (was, _step), rule in RULES.items() for by in rule.by}
    half = {(State.PROPOSED, State.PROPOSED, by) for by in (By.MENTOR, By.MENTEE)}
    was = NOTHING if row.proposed_by_id else State.DRAFT
    for change in row.changes.all():
        assert change.was == was
        assert (change.was, change.state, change.by) in leads | half
        was = change.state
    assert was == row.state


@pytest.fixture
def world() -> World:
    return World()


@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # what threads do cannot be made smaller
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(scripts=SCRIPTS)
def test_whatever_people_do_in_whatever_order_no_rule_breaks(world, scripts):
    world.begin()
    at_once(*map(world.tried, scripts))
    check_limits()
    check_kept_apart()
    for row in Request.objects.all():
        check_history(row)
    active = Request.objects.filter(state__in=(*OPEN, *AT_WORK)).order_by()
    pairs = active.values("mentee", "mentor").annotate(number=Count("pk"))
    assert all(pair["number"] == 1 for pair in pairs)
