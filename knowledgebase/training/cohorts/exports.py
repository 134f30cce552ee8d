"""The progress of a cohort as a table to take away, read a few people at a time."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from knowledgebase.training.cohorts.reading import people_of
from knowledgebase.training.cohorts.standing import standings
from knowledgebase.training.models import Attendance, Cohort, Enrolment
from knowledgebase.training.outline import Item, whole_programme
from portal.certificates.models import Certificate

AT_ONCE = 100  # people


class Table(NamedTuple):
    """Titles of columns, and the rows, which are read while they are sent."""

    titles: list[str]
    rows: Iterator[list[Any]]


def progress_table(cohort: Cohort, *, with_email: bool) -> Table:
    """Return a row for each person of a cohort, with a cell for each step of the programme.

    It is in the language that is active now, whenever its rows are read.
    """
    programme = whole_programme(cohort.programme)
    steps = programme.steps if programme else []
    titles = [
        _("Name"),
        *([_("E-mail address")] if with_email else []),
        _("Joined on"),
        *(f"{number}. {step.title}" for number, step in enumerate(steps, start=1)),
        _("Steps done"),
        _("Live sessions attended"),
        _("Completed on"),
        _("Certificate issued on"),
    ]
    return Table(titles, _rows(cohort, programme, get_language() or "", with_email))


def _rows(
    cohort: Cohort, programme: Item | None, language: str, with_email: bool
) -> Iterator[list[Any]]:
    everybody = people_of(cohort).iterator(chunk_size=AT_ONCE)
    while some := [*islice(everybody, AT_ONCE)]:
        with override(language):
            lines = _lines(cohort, programme, some, with_email)
        yield from lines


def _lines(
    cohort: Cohort, programme: Item | None, people: list[Enrolment], with_email: bool
) -> list[list[Any]]:
    users = [each.user_id for each in people]
    attended = dict(
        Attendance.objects.filter(session__cohort=cohort, user__in=users)
        .order_by()
        .values_list("user")
        .annotate(count=Count("pk"))
    )
    certificates = Certificate.objects.current().filter(subject=cohort.programme, holder__in=users)
    issued = dict(certificates.order_by().values_list("holder", "issued_on"))
    return [
        [
            each.user.name,
            *([each.user.email] if with_email else []),
            timezone.localdate(each.enrolment.joined_at),
            *(cell.words for cell in each.cells),
            each.done,
            attended.get(each.user.pk, 0),
            each.completed_at and timezone.localdate(each.completed_at),
            issued.get(each.user.pk),
        ]
        for each in standings(cohort, people, programme).values()
    ]
