"""Goals of a pair and the steps to them: either adds, ticks, rewords, removes and brings back."""

import pytest

from mentoring.models import Goal, GoalStep, Request
from mentoring.requests.rules import By
from mentoring.work import goals
from portal.publishing.refusals import RefusedError
from tests.mentoring.people import make_mentee, make_profile
from tests.mentoring.working import make_pair
from tests.portal.people import address
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(mentee, mentor) -> Request:
    return make_pair(mentee, mentor)


@pytest.fixture
def mine(mentee):
    return client_of(mentee.user)


@pytest.fixture
def goal(pair) -> Goal:
    return goals.add_goal(pair=pair, by=By.MENTOR, text="Plan individual")


def of(pair: Request, line: Goal | GoalStep, name: str = "mentoring_goal") -> str:
    return address(name, "en", pair.key, line.key)


def test_either_adds_and_ticks_and_both_see_how_far_it_is(mine, pair, goal):
    where = address("mentoring_goals", "en", pair.key)
    assert "You have no goals yet" not in mine.get(where).content.decode()
    for _twice in range(2):
        mine.post(where, {"text": "Goal of mine \u202ex"})
        for text in ("First", "Second"):
            mine.post(of(pair, goal), {"text": text})
    assert pair.goals_of_pair.count() == 2
    assert pair.goals_of_pair.last().text == "Goal of mine x"
    first, _second = steps = [*goal.steps.all()]
    assert [step.worded_by for step in steps] == [By.MENTEE] * 2
    for _twice in range(2):
        mine.post(of(pair, first), {"step": "done"})
    theirs = client_of(pair.mentor.user)
    page = theirs.get(where).content.decode()
    assert "1 of 2 steps done" in page
    assert 'width="50"' in page
    theirs.post(of(pair, first), {"step": "undone"})
    assert "0 of 2 steps done" in mine.get(where).content.decode()
    assert "Write it in a few words" in mine.post(where, {"text": " "}).content.decode()
    asked = {"text": "Call 069 212 3456"}
    assert 'name="warned"' in mine.post(where, asked).content.decode()
    mine.post(where, asked | {"warned": "1"})
    assert pair.goals_of_pair.count() == 3


def test_of_two_who_reword_the_later_is_told_and_keeps_what_they_typed(mine, pair, goal):
    where = of(pair, goal, "mentoring_goal_words")
    goals.reword(line=goal, by=By.MENTOR, text="Plan i ri", was="Plan individual")
    said = {"text": "Plan im", "was": "Plan individual"}
    answer = mine.post(where, said).content.decode()
    assert "It now says: Plan i ri" in answer
    assert "Plan im" in answer
    assert 'value="Plan i ri"' in answer
    mine.post(where, {**said, "was": "Plan i ri"})
    goal.refresh_from_db()
    assert (goal.text, goal.worded_by) == ("Plan im", By.MENTEE)


def test_what_is_removed_is_brought_back_while_there_is_room(mine, pair, goal):
    where = address("mentoring_goals", "en", pair.key)
    step = goals.add_step(goal=goal, by=By.MENTEE, text="Hapi")
    mine.post(of(pair, step), {"step": "remove"})
    mine.post(of(pair, step), {"step": "done"})
    step.refresh_from_db()
    assert step.removed_at
    assert not step.done_at
    assert "Removed: Hapi" in mine.get(where).content.decode()
    mine.post(of(pair, goal), {"step": "remove"})
    with pytest.raises(RefusedError):
        goals.add_step(goal=goal, by=By.MENTEE, text="Tjetër")
    for number in range(5):
        goals.add_goal(pair=pair, by=By.MENTOR, text=f"Synimi {number}")
    with pytest.raises(RefusedError):
        goals.add_goal(pair=pair, by=By.MENTOR, text="I gjashti")
    mine.post(of(pair, goal), {"step": "bring_back"})
    assert Goal.objects.filter(removed_at=None).count() == 5
    goals.remove(line=Goal.objects.exclude(pk=goal.pk).first())
    mine.post(of(pair, goal), {"step": "bring_back"})
    mine.post(of(pair, step), {"step": "bring_back"})
    assert [line.removed_at for line in (*Goal.objects.filter(pk=goal.pk), *goal.steps.all())] == [
        None,
        None,
    ]
    for number in range(9):
        goals.add_step(goal=goal, by=By.MENTOR, text=f"Hapi {number}")
    with pytest.raises(RefusedError):
        goals.add_step(goal=goal, by=By.MENTOR, text="I njëmbëdhjeti")


def test_lines_of_another_pair_are_not_found(mine, pair, goal):
    third = make_pair(make_mentee("e.treta@example.org"), make_profile("m3@example.org"))
    other = goals.add_goal(pair=third, by=By.MENTOR, text="Sekret")
    step = goals.add_step(goal=other, by=By.MENTOR, text="Sekret")
    for line in (other, step):
        for key in (pair, third):
            for name in ("mentoring_goal", "mentoring_goal_words"):
                assert mine.post(of(key, line, name), {"step": "remove"}).status_code == 404
    assert mine.get(of(pair, goals.add_step(goal=goal, by="mentor", text="x"))).status_code == 404
    assert mine.post(of(pair, goal), {"step": "done"}).status_code == 404
    assert not Goal.objects.exclude(removed_at=None).exists()
