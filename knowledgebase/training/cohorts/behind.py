"""Says who is behind in a cohort; every page, message and reminder asks here."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

QUIET = timedelta(days=14)


def is_behind(  # noqa: PLR0913  (all that it needs, and no rows)
    *,
    done: int,
    of: int,
    today: date,
    starts_on: date | None,
    ends_on: date | None,
    last_active: date | None,
) -> bool:
    """Whether somebody who did `done` of `of` steps is behind; `meaning` says it in words.

    Between two days, the steps due are the share of the days gone by, rounded down; today still
    lies ahead. Without both days whoever has opened and done nothing for QUIET is behind.
    `last_active` is when the person last opened or did anything, else when they joined.
    """
    if done >= of:
        return False
    if not starts_on or not ends_on:
        return not last_active or today - last_active >= QUIET
    days = (ends_on - starts_on).days + 1
    gone = min(max((today - starts_on).days, 0), days)
    return done < of * gone // days


def meaning(starts_on: date | None, ends_on: date | None) -> str:
    """Return in words who is behind in a cohort with these days."""
    if not starts_on or not ends_on:
        return _(
            "Somebody is behind who has not finished and has neither opened nor done anything "
            "for 14 days."
        )
    return _(
        "Somebody is behind who has done a smaller share of the programme than the share of the "
        "group’s days that have passed: by the middle of the days, half of the lessons and quizzes."
    )
