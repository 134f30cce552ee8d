"""Files for calendars are valid, say what they were given and nothing else."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from portal.calendar import Event, calendar, calendar_response

TIRANE = ZoneInfo("Europe/Tirane")
STARTS = datetime(2027, 3, 28, 10, 0, tzinfo=TIRANE)  # the day the clocks go forward


def event(**values) -> Event:
    given_ones = {
        "uid": "0d3f",
        "starts_at": STARTS,
        "ends_at": STARTS + timedelta(hours=1),
        "title": "Takim",
    }
    return Event(**{**given_ones, **values})


def read(data: bytes):
    """Return the only event as a calendar reads it."""
    (found,) = Calendar.from_ical(data).walk("VEVENT")
    assert not found.errors
    return found


def test_times_are_the_same_moment_wherever_the_file_is_opened():
    found = read(calendar([event()]))
    assert found.decoded("dtstart") == datetime(2027, 3, 28, 8, 0, tzinfo=UTC)
    assert found.decoded("dtend") == datetime(2027, 3, 28, 9, 0, tzinfo=UTC)
    assert b"DTSTART:20270328T080000Z\r\n" in calendar([event()])


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n;,\\:"'))


@given(texts, texts, texts)
def test_any_text_comes_back_as_it_was(title, place, description):
    data = calendar([event(title=title, place=place, description=description)])
    found = read(data)
    assert found["summary"] == title
    assert found.get("location", "") == place
    assert found.get("description", "") == description
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_text_cannot_add_a_line_of_its_own():
    data = calendar([event(title="a\r\nATTENDEE:mailto:x@example.org\rEND:VEVENT\0")])
    assert "attendee" not in read(data)
    assert len(Calendar.from_ical(data).walk("VEVENT")) == 1
    assert b"\0" not in data


def test_a_cancelled_event_takes_the_place_of_the_old_one():
    found = read(calendar([event(sequence=2, is_cancelled=True)]))
    assert (found["uid"], found["sequence"], found["status"]) == ("0d3f", 2, "CANCELLED")


def test_nothing_tells_who_made_it_and_nothing_rings():
    data = calendar([event(url="https://meet.example.org/x7")])
    names = {line.partition(b":")[0] for line in data.split(b"\r\n") if line}
    assert names == {
        *(b"BEGIN", b"END", b"VERSION", b"PRODID", b"UID", b"DTSTAMP", b"DTSTART", b"DTEND"),
        *(b"SUMMARY", b"URL", b"SEQUENCE", b"STATUS", b"CLASS"),
    }
    assert b"PRODID:-//Calendar//EN\r\n" in data
    assert read(data)["class"] == "PRIVATE"


def test_several_events_stand_in_one_file():
    events = [event(uid="a"), event(uid="b")]
    assert [each["uid"] for each in Calendar.from_ical(calendar(events)).walk("VEVENT")] == [
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    "times",
    [
        {"starts_at": datetime(2027, 1, 1, 10), "ends_at": datetime(2027, 1, 1, 11)},
        {"ends_at": STARTS},
        {"ends_at": STARTS - timedelta(hours=1)},
    ],
)
def test_times_without_sense_are_refused(times):
    with pytest.raises(ValueError, match="event"):
        event(**times)


def test_the_answer_is_kept_by_nobody():
    response = calendar_response([event()])
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Disposition"] == 'attachment; filename="calendar.ics"'
