"""Meetings of a pair: proposed, chosen, put into a calendar, held, noted; each by their clock."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import signing
from django.template import engines
from django.utils import timezone
from wagtail.models import Page

from mentoring.models import Profile, Request, Session
from mentoring.models.profile import Meeting, Zone
from mentoring.models.session import SessionNote
from mentoring.pairs.links import LASTS, signed
from mentoring.pairs.reading import Pair
from mentoring.requests import actions
from mentoring.requests.rules import By
from mentoring.requests.steps import AlreadyDoneError
from mentoring.work import goals, sessions
from mentoring.work.rules import State
from mentoring.work.summary import Summary
from portal.accounts.models import Message
from portal.publishing.refusals import RefusedError
from tests.mentoring.asking import by
from tests.mentoring.people import make_mentee, make_profile
from tests.mentoring.working import agreed, held, make_pair, over, propose, session_page, tomorrow
from tests.portal.people import address
from tests.test_budgets import bare_queries, queries
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
ALLOWED = 12  # queries beyond a bare page
NOON = {"first": "2027-03-10T12:00", "minutes": "60", "meeting": "telephone"}


@pytest.fixture
def pair(mentee, mentor) -> Request:
    return make_pair(mentee, mentor)


@pytest.fixture
def mine(mentee):
    return client_of(mentee.user)


@pytest.fixture
def theirs(mentor):
    return client_of(mentor.user)


def now(row: Session) -> Session:
    return Session.objects.select_related("request").get(pk=row.pk)


@pytest.mark.parametrize("language", ["sq", "en"])
def test_times_are_proposed_and_read_by_each_ones_clock(mine, theirs, mentor, pair, language):
    Profile.objects.filter(pk=mentor.pk).update(time_zone=Zone.LONDON)
    where = address("mentoring_sessions", language, pair.key)
    for _twice in range(2):
        theirs.post(where, {**NOON, "second": "2027-07-10T12:00"})
    row = Session.objects.get()
    hours = [datetime(2027, 3, 10, 12, tzinfo=UTC), datetime(2027, 7, 10, 11, tzinfo=UTC)]
    assert row.moments == hours
    own = theirs.get(session_page(row, language)).content.decode()
    other = mine.get(session_page(row, language)).content.decode()
    assert "12:00–13:00" in own
    assert {"sq": "Londër", "en": "London"}[language] in own
    assert "13:00–14:00" in other
    assert {"sq": "Tiranë", "en": "Tirana"}[language] in other
    assert Message.objects.filter(to=pair.mentee.user, link__endswith=f"{row.key}/").count() == 1
    step = {"step": "agree", "starts_at": row.moments[1].isoformat()}
    theirs.post(session_page(row), step)
    assert now(row).state == State.PROPOSED
    for _twice in range(2):
        mine.post(session_page(row), step)
    assert (now(row).state, now(row).starts_at) == (State.AGREED, hours[1])
    assert Message.objects.filter(to=mentor.user, link__endswith=f"{row.key}/").count() == 1


def test_what_is_wrong_is_said_by_the_field_and_what_was_typed_stays(theirs, mentor, pair):
    where = address("mentoring_sessions", "en", pair.key)
    for said, text in (
        ({"first": "2020-01-01T12:00"}, "This time has passed"),
        ({"first": "1.2.3"}, "Write day and time like this"),
        ({"second": NOON["first"]}, "You have given this time twice"),
        ({"second": "2027-03-28T02:30"}, "The clocks change at this time"),
        ({"third": "2199-01-01T12:00"}, "within a year"),
        ({"minutes": "20"}, "30"),
        ({"meeting": "in_person", "place": ""}, "Say where you meet"),
        ({"meeting": "online", "link": "http://example.org/x"}, "https:// are safe"),
        ({"meeting": "online", "link": "javascript:alert(1)"}, "https://"),
        ({"place": "Vlorë \u202ecte"}, "characters that cannot be seen"),
    ):
        answer = theirs.post(where, {"place": "Vlorë", **NOON, **said}).content.decode()
        assert text in answer, said
        assert "field--invalid" in answer
        assert NOON["first"] in answer or "first" in said
    assert not Session.objects.exists()


def test_others_are_proposed_in_answer_and_a_time_of_before_is_not_chosen_any_more(pair):
    row = propose(pair)
    first = row.moments[0]
    said = {"times": [tomorrow(3)], "minutes": 30, "meeting": Meeting.ONLINE, "place": ""}
    said["link"] = "https://example.org/x"
    with pytest.raises(RefusedError):
        sessions.propose_others(session=row, by=By.MENTOR, said=said)
    sessions.propose_others(session=row, by=By.MENTEE, said=said)
    with pytest.raises(AlreadyDoneError):
        sessions.propose_others(session=row, by=By.MENTEE, said=said)
    with pytest.raises(RefusedError, match="nuk propozohet më"):
        sessions.agree(session=row, by=By.MENTOR, starts_at=first)
    sessions.agree(session=row, by=By.MENTOR, starts_at=tomorrow(3))
    crossing = propose(pair, By.MENTOR, tomorrow(2), minutes=90)
    with pytest.raises(RefusedError, match="takim tjetër"):
        sessions.agree(session=crossing, by=By.MENTEE, starts_at=tomorrow(2))
    Session.objects.filter(pk=crossing.pk).update(times=["2026-01-01T10:00:00+00:00"])
    with pytest.raises(RefusedError, match="ka kaluar"):
        sessions.agree(session=crossing, by=By.MENTEE, starts_at=now(crossing).moments[0])


def test_a_calendar_gets_the_time_and_nothing_else(mine, mentee, pair, client):
    row = agreed(pair, place="Strehëza", meeting=Meeting.IN_PERSON)
    page = mine.get(session_page(row, "en")).content.decode()
    assert "For my calendar" in page
    assert "Strehëza" in page
    where = address("mentoring_calendar", "en", signed(row, mentee.user))
    answer = mine.get(where)
    file = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert "SUMMARY:Meeting" in file
    for word in (mentee.name, "Ana Leka", "Strehëza", "example.org", "portal"):
        assert word not in file
    assert f"DTSTART:{row.starts_at:%Y%m%dT%H%M%SZ}" in file
    sessions.cancel(session=row, by=By.MENTOR)
    cancelled = mine.get(where).content.decode()
    assert "STATUS:CANCELLED" in cancelled
    assert "SEQUENCE:1" in cancelled
    assert mine.get(session_page(row, "en")).content.decode().count("/calendar/") == 1
    assert client.get(where).status_code == 302


def test_a_link_of_another_or_an_old_or_altered_one_is_not_found(mine, theirs, mentee, pair):
    row, asked = agreed(pair), propose(pair, By.MENTOR, tomorrow(9))
    sign = signed(row, mentee.user)

    def status(browser, sign: str) -> int:
        return browser.get(address("mentoring_calendar", "sq", sign)).status_code

    assert status(mine, sign) == 200
    assert status(theirs, sign) == 404
    assert status(mine, f"{sign}x") == 404
    assert status(mine, row.key.hex) == 404
    assert status(mine, signed(asked, mentee.user)) == 404
    third = make_pair(make_mentee("e.treta@example.org"), make_profile("m3@example.org"))
    assert status(mine, signed(agreed(third), mentee.user)) == 404
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signing.time, "time", lambda: timezone.now().timestamp() - LASTS - 5)
        old = signed(row, mentee.user)
    assert status(mine, old) == 404


def test_after_its_time_it_is_noted_and_can_be_corrected_for_two_weeks(mine, theirs, pair):
    row = agreed(pair)
    assert theirs.post(session_page(row), {"step": "held", "minutes": "60"}).status_code == 200
    assert now(row).state == State.AGREED
    row = over(row)
    with pytest.raises(RefusedError):
        sessions.cancel(session=row, by=By.MENTOR)
    said = theirs.post(session_page(row, "en"), {"step": "held", "minutes": "241"}).content.decode()
    assert "At most 240 minutes" in said
    for _twice in range(2):
        theirs.post(session_page(row), {"step": "held", "minutes": "75"})
    assert (now(row).state, now(row).held_minutes) == (State.HELD, 75)
    assert "1 hour and 15 minutes" in mine.get(session_page(row, "en")).content.decode()
    mine.post(session_page(row), {"step": "held", "minutes": "45"})
    assert now(row).held_minutes == 45
    mine.post(session_page(row), {"step": "not_held"})
    assert (now(row).state, now(row).held_minutes) == (State.NOT_HELD, None)
    assert Message.objects.filter(to=pair.mentor.user, link=session_page(row)).count() == 3
    Session.objects.update(noted_at=timezone.now() - timedelta(days=15))
    mine.post(session_page(row), {"step": "held", "minutes": "45"})
    assert now(row).state == State.NOT_HELD


def test_of_a_shared_note_the_later_writer_is_told_and_keeps_what_they_typed(mine, theirs, pair):
    row, where = agreed(pair), "en"
    note = {"step": "note", "version": "0"}
    theirs.post(session_page(row, where), {**note, "note": "Plani i parë"})
    answer = mine.post(session_page(row, where), {**note, "note": "Plani im"}).content.decode()
    assert "The other person changed this note" in answer
    assert "Plani i parë" in answer
    assert "Plani im" in answer
    assert 'name="version" value="1"' in answer
    assert now(row).note == "Plani i parë"
    mine.post(session_page(row, where), {**note, "version": "1", "note": "Të dyja"})
    assert now(row).note == "Të dyja"
    asked = {**note, "version": "2", "note": "Më shkruani te dea@example.org"}
    assert 'name="warned"' in mine.post(session_page(row), asked).content.decode()
    assert now(row).note == "Të dyja"
    mine.post(session_page(row), {**asked, "warned": "1"})
    assert "dea@" in now(row).note


def test_a_note_of_ones_own_is_read_by_nobody_else(mine, theirs, mentor, pair):
    row = agreed(pair)
    mine.post(session_page(row), {"step": "own", "own_note": "Vetëm \u202ee imja <b>"})
    assert SessionNote.objects.get().text == "Vetëm e imja <b>"
    assert "Vetëm e imja &lt;b&gt;" in mine.get(session_page(row)).content.decode()
    for where in (session_page(row), address("mentoring_export", "sq", pair.key)):
        assert b"imja" not in theirs.get(where).content


def test_nothing_changes_once_a_pair_has_ended(mine, mentor, pair):
    was, coming, due = held(pair), agreed(pair), over(agreed(pair, tomorrow(4)))
    goal = goals.add_goal(pair=pair, by=By.MENTOR, text="Plan")
    actions.end(request=pair, by=by(mentor, pair))
    assert (now(coming).state, now(coming).sequence) == (State.CANCELLED, 1)
    assert now(due).state == State.AGREED
    with pytest.raises(RefusedError):
        sessions.propose(pair=pair, by=By.MENTEE, said={"times": []})
    for data in ({"step": "not_held"}, {"step": "cancel"}, {"step": "own", "own_note": "x"}):
        for row in (coming, was, due):
            mine.post(session_page(row), data)
    assert now(was).state == State.HELD
    said = {"step": "note", "note": "Fjalë të miat", "version": "0"}
    assert "Fjalë të miat" in mine.post(session_page(was), said).content.decode()
    line = address("mentoring_goal", "sq", pair.key, goal.key)
    mine.post(line, {"step": "remove"})
    assert "Hap" in mine.post(line, {"text": "Hap"}).content.decode()
    assert not SessionNote.objects.exists()
    assert not pair.goals_of_pair.exclude(removed_at=None).exists()
    assert not goal.steps.exists()


def test_who_is_asked_for_five_meetings_holds_one_first(pair):
    for hours in range(5):
        propose(pair, By.MENTOR, tomorrow(hours))
    with pytest.raises(RefusedError):
        propose(pair, By.MENTOR, tomorrow(9))
    assert pair.sessions.count() == 5


@pytest.mark.parametrize("name", ["mentoring_sessions", "mentoring_goals", "mentoring_session"])
def test_the_pages_keep_to_their_budget(home, mine, pair, name):
    where = address(name, "sq", pair.key, *([agreed(pair).key] if name[-1] == "n" else []))
    goals.add_step(
        goal=goals.add_goal(pair=pair, by=By.MENTOR, text="Synimi"), by=By.MENTEE, text="Hapi"
    )
    bare = bare_queries(Page.objects.get(pk=home.pk), mine)
    few = queries(where, mine)
    assert few - bare <= ALLOWED
    for hours in range(4):
        propose(pair, By.MENTOR, tomorrow(hours + 2))
        goal = goals.add_goal(pair=pair, by=By.MENTOR, text=f"Synimi {hours}")
        for number in range(3):
            goals.add_step(goal=goal, by=By.MENTEE, text=f"Hapi {number}")
    assert queries(where, mine) == few


def test_the_page_of_a_pair_says_how_far_its_work_is(mentee, pair, django_assert_max_num_queries):
    propose(pair)
    goals.add_step(
        goal=goals.add_goal(pair=pair, by=By.MENTOR, text="Synimi"), by=By.MENTEE, text="Hapi"
    )
    part = engines["jinja2"].get_template("mentoring/work/parts/pair.html")
    with django_assert_max_num_queries(4):
        text = part.render({"work": Summary(Pair(pair, mentee))})
    assert "Zgjidhni një nga oraret" in text
    assert "0 nga 1 hapa të kryer" in text
    assert "Mendimi im për dyshen" in text
