"""What the two of a pair wrote to each other, for the coordinator who opened it by a report."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from mentoring.models import Agreement, Attachment, Request
from mentoring.requests.rules import By


class Written(NamedTuple):
    """A text: what it is, as what its author wrote it (a `By`), when, and the files with it."""

    what: str
    by: str
    at: datetime | None
    text: str
    files: Sequence[Attachment] = ()


def of_request(request: Request) -> Iterable[Written]:
    """Return what was written when one asked and the other answered."""
    asked = By.COORDINATOR if request.proposed_by_id else By.MENTEE
    yield Written(_("Request"), asked, request.sent_at, request.goals)
    yield Written(_("Why"), asked, request.sent_at, request.message)
    if request.answer:
        last = request.changes.filter(state=request.state).last()
        yield Written(_("Answer"), last.by if last else "", request.answered_at, request.answer)


def of_agreement(request: Request) -> Iterable[Written]:
    """Return what they agreed on; nobody can tell whose words it is."""
    for agreed in Agreement.objects.filter(request=request):
        for words in (agreed.goals, agreed.rhythm_words, agreed.ending):
            yield Written(_("Agreement"), "", agreed.written_at, words)


def of_messages(request: Request) -> Iterable[Written]:
    """Return what they wrote to each other, with what they attached."""
    mentee = request.mentee.user_id if request.mentee else 0
    for message in request.messages.prefetch_related("attachments"):
        by = By.MENTEE if message.author_id == mentee else By.MENTOR if message.author_id else ""
        files = [*message.attachments.all()]
        yield Written(_("Message"), by, message.created_at, message.text, files)


def of_work(request: Request) -> Iterable[Written]:
    """Return what both read of their meetings and goals; notes for oneself stay with oneself."""
    for session in request.sessions.all():
        at = session.starts_at or session.moved_at
        where = "\n".join(filter(None, [session.place, session.link]))
        yield Written(_("Meeting"), session.proposed_by, at, where)
        yield Written(_("Shared note"), "", at, session.note)
    for goal in request.goals_of_pair.prefetch_related("steps"):
        for row in (goal, *goal.steps.all()):
            yield Written(_("Goal"), row.worded_by, row.added_at, row.text)


PARTS: list[Callable[[Request], Iterable[Written]]] = [
    of_request,
    of_agreement,
    of_messages,
    of_work,
]


def words_of(request: Request) -> list[Written]:
    """Return all that was written in a pair, in the order of its parts."""
    return [each for part in PARTS for each in part(request) if each.text or each.files]
