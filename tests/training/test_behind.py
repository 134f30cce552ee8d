"""Who is behind is said by plain figures and days."""

from datetime import date, timedelta

import pytest

from knowledgebase.training.cohorts.behind import is_behind

FIRST, LAST = date(2027, 3, 1), date(2027, 3, 10)


def behind(done: int, today: date, last_active: date | None = None, **days: date | None) -> bool:
    period = {"starts_on": FIRST, "ends_on": LAST, **days}
    return is_behind(done=done, of=5, today=today, last_active=last_active, **period)


@pytest.mark.parametrize(
    ("done", "day", "expected"),
    [
        (0, -3, False),  # it has not begun
        (0, 0, False),  # its first day
        (0, 1, False),  # half a step is no step
        (0, 2, True),
        (1, 2, False),
        (4, 9, False),  # the last day still lies ahead
        (4, 10, True),
        (4, 99, True),
        (5, 99, False),
    ],
)
def test_the_steps_due_follow_the_days_gone_by(done, day, expected):
    assert behind(done, FIRST + timedelta(days=day)) is expected


@pytest.mark.parametrize("missing", ["starts_on", "ends_on"])
@pytest.mark.parametrize(("days", "expected"), [(13, False), (14, True)])
def test_without_both_days_whoever_is_quiet_is_behind(missing, days, expected):
    today = LAST + timedelta(days=30)
    assert behind(0, today, today - timedelta(days=days), **{missing: None}) is expected
    assert not behind(5, today, today - timedelta(days=days), **{missing: None})


def test_who_never_did_anything_is_behind():
    assert behind(0, LAST, None, ends_on=None)


def test_a_programme_without_steps_has_nobody_behind():
    assert not is_behind(done=0, of=0, today=LAST, starts_on=None, ends_on=None, last_active=None)
