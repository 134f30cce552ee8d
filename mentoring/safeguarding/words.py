"""What the two of a pair wrote to each other, for the coordinator who opened it by a report."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from mentoring.models import Request
from mentoring.requests.rules import By


class Written(NamedTuple):
    """A text: what it is, as what its author wrote it (a `By`), and when."""

    what: str
    by: str
    at: datetime | None
    text: str


def of_request(request: Request) -> Iterable[Written]:
    """Return what was written when one asked and the other answered."""
    asked = By.COORDINATOR if request.proposed_by_id else By.MENTEE
    yield Written(_("Request"), asked, request.sent_at, request.goals)
    yield Written(_("Why"), asked, request.sent_at, request.message)
    if request.answer:
        last = request.changes.filter(state=request.state).last()
        yield Written(_("Answer"), last.by if last else "", request.answered_at, request.answer)


PARTS: list[Callable[[Request], Iterable[Written]]] = [of_request]


def words_of(request: Request) -> list[Written]:
    """Return all that was written in a pair, in the order of its parts."""
    return [each for part in PARTS for each in part(request) if each.text]
