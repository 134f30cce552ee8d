"""A period is known to the day or to the month; its status follows from it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from projects.models import ProjectPage
from projects.models.period import DatePrecision, Status

pytestmark = pytest.mark.django_db

DAY, MONTH = DatePrecision.DAY, DatePrecision.MONTH


def day(distance: int) -> datetime.date:
    """Return the day so many days from today."""
    return timezone.localdate() + datetime.timedelta(days=distance)


def first_of_month() -> datetime.date:
    return timezone.localdate().replace(day=1)


def last_of_month() -> datetime.date:
    return (first_of_month() + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(1)


def period(start, end=None, start_precision=DAY, end_precision=DAY) -> ProjectPage:
    return ProjectPage(
        start_date=start,
        end_date=end,
        start_precision=start_precision,
        end_precision=end_precision,
    )


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        (1, 9, Status.PLANNED),
        (1, None, Status.PLANNED),
        (0, 0, Status.ONGOING),
        (0, None, Status.ONGOING),
        (-9, None, Status.ONGOING),
        (-9, 0, Status.ONGOING),
        (-9, -1, Status.COMPLETED),
    ],
)
def test_the_status_turns_on_the_day(start, end, status):
    assert period(day(start), None if end is None else day(end)).status == status


def test_a_month_that_has_begun_counts_from_its_first_day():
    assert period(last_of_month(), start_precision=MONTH).status == Status.ONGOING


def test_a_month_that_is_still_running_is_not_over():
    assert period(day(-99), first_of_month(), end_precision=MONTH).status == Status.ONGOING


def test_the_next_month_is_planned_and_the_last_one_over():
    day_after, day_before = (last_of_month(), first_of_month())
    next_month = day_after + datetime.timedelta(days=1)
    last_month = day_before - datetime.timedelta(days=1)
    assert period(next_month, start_precision=MONTH).status == Status.PLANNED
    assert period(day(-99), last_month, end_precision=MONTH).status == Status.COMPLETED


def test_the_last_day_of_a_february_is_known():
    leap = period(datetime.date(2024, 1, 1), datetime.date(2024, 2, 3), MONTH, end_precision=MONTH)
    assert leap.last_day == datetime.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("sq", ["Planifikuar", "Në vazhdim", "Përfunduar"]),
        ("en", ["Planned", "Ongoing", "Completed"]),
    ],
)
def test_a_status_is_named_in_each_language(language, labels):
    with override(language):
        assert [str(status.label) for status in Status] == labels


@pytest.mark.parametrize(
    ("language", "precision", "start", "end"),
    [
        ("sq", MONTH, "gusht 2020", "dhjetor 2021"),
        ("sq", DAY, "12 gusht 2020", "3 dhjetor 2021"),
        ("en", MONTH, "August 2020", "December 2021"),
        ("en", DAY, "12 August 2020", "3 December 2021"),
    ],
)
def test_dates_are_written_as_each_language_does(language, precision, start, end):
    known = period(
        datetime.date(2020, 8, 12), datetime.date(2021, 12, 3), precision, end_precision=precision
    )
    with override(language):
        assert (known.start_label, known.end_label) == (start, end)


def test_machines_read_only_what_is_known():
    known = period(datetime.date(2020, 8, 12), datetime.date(2021, 12, 3), MONTH)
    assert (known.start_iso, known.end_iso) == ("2020-08", "2021-12-03")


def test_an_open_period_has_no_end_to_show():
    open_end = period(datetime.date(2020, 8, 12))
    assert (open_end.end_iso, open_end.end_label) == ("", "")


def test_a_period_touches_each_of_its_years():
    closed = period(datetime.date(2020, 8, 12), datetime.date(2022, 1, 1))
    assert list(closed.years) == [2020, 2021, 2022]


def test_an_open_period_touches_the_years_up_to_this_one():
    this_year = timezone.localdate().year
    assert list(period(datetime.date(this_year - 1, 5, 1)).years) == [this_year - 1, this_year]
    assert list(period(datetime.date(this_year + 2, 5, 1)).years) == [this_year + 2]


@pytest.mark.parametrize(
    ("language", "message"),
    [("sq", "Mbarimi bie para fillimit."), ("en", "The end comes before the start.")],
)
def test_an_end_before_the_start_is_refused_at_the_end(language, message):
    wrong = period(datetime.date(2020, 8, 12), datetime.date(2020, 8, 11))
    with override(language), pytest.raises(ValidationError) as refused:
        wrong.clean()
    with override(language):
        assert refused.value.message_dict["end_date"] == [message]


@pytest.mark.parametrize(("start_precision", "end_precision"), [(DAY, MONTH), (MONTH, DAY)])
def test_one_month_may_hold_both_where_only_the_month_is_known(start_precision, end_precision):
    start, end = datetime.date(2020, 8, 12), datetime.date(2020, 8, 1)
    same_month = period(start, end, start_precision, end_precision)
    same_month.clean()
    assert same_month.status == Status.COMPLETED
