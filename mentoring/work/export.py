"""A copy of a pair for one of its two: own words and shared ones, as a page and for programs.

It never has what only the other reads: their notes for themselves and their feedback. A part that
another package adds is one line in PARTS.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models import PairFeedback, SessionNote
from mentoring.pairs.reading import Pair
from mentoring.work.feedback import feedback_of
from mentoring.work.hours import hours_of
from mentoring.work.progress import goals_of
from mentoring.work.reading import sessions_of
from portal.personal.rendering import on_its_own

Row = Mapping[str, Any]  # what is said, by its label in the active language


@dataclass(frozen=True)
class Part:
    """A part of the copy: its heading, and what of it is the person's to have."""

    name: Any
    rows: Callable[[Pair], Iterable[Row]]


def about(pair: Pair) -> Iterable[Row]:
    """Yield what the pair is, and how far it has come."""
    row = pair.request
    yield {
        _("With"): pair.other_name,
        _("Status"): row.get_state_display(),
        _("What it is about"): row.goals,
        _("Since"): _day(pair, row.answered_at),
        _("Held together"): str(hours_of(row)),
    }


def agreement(pair: Pair) -> Iterable[Row]:
    """Yield what they agreed on."""
    if agreed := pair.agreement:
        yield {
            _("Goals"): agreed.goals,
            _("How often you meet"): f"{agreed.get_rhythm_display()} {agreed.rhythm_words}".strip(),
            _("How it ends"): agreed.ending,
            _("Written on"): _day(pair, agreed.written_at),
        }


def messages(pair: Pair) -> Iterable[Row]:
    """Yield what both wrote to each other, with the names of the files."""
    for message in pair.messages.select_related("author").prefetch_related("attachments"):
        yield {
            _("Who"): pair.name_of(message),
            _("When"): _day(pair, message.created_at),
            _("Message"): message.text,
            _("Files"): "\n".join(file.name for file in message.attachments.all()),
        }


def meetings(pair: Pair) -> Iterable[Row]:
    """Yield the meetings with the shared notes and the person's own."""
    own = SessionNote.objects.filter(session__request=pair.request, author=pair.me)
    notes = dict(own.values_list("session", "text"))
    for seen in sessions_of(pair):
        row = seen.row
        yield {
            _("When"): seen.when,
            _("Status"): row.get_state_display(),
            _("How you meet"): row.get_meeting_display(),
            _("Place"): row.place,
            _("Link to the meeting"): row.link,
            _("How long it was"): seen.held if row.held_minutes else "",
            _("Shared note"): row.note,
            _("My note"): notes.get(row.pk, ""),
        }


def goals(pair: Pair) -> Iterable[Row]:
    """Yield the goals, each with its steps; removed ones say so."""
    there, removed = goals_of(pair.request)
    for goal in there:
        lines = [f"{'✓' if step.done_at else '–'} {step.text}" for step in goal.steps]
        yield {_("Goal"): goal.row.text, _("Steps"): "\n".join(lines)}
    for row in removed:
        yield {_("Goal"): row.text, _("Removed on"): _day(pair, row.removed_at)}


def feedback(pair: Pair) -> Iterable[Row]:
    """Yield what the person said of the pair."""
    for row in feedback_of(pair.request, pair.me).values():
        answers = {
            str(PairFeedback.question(name)): getattr(row, f"get_{name}_display")() or ""
            for name in PairFeedback.QUESTIONS
        }
        words = {str(PairFeedback.question("words")): row.words}
        yield {_("When it was asked"): row.get_moment_display(), **answers, **words}


PARTS = [
    Part(gettext_lazy("The pair"), about),
    Part(gettext_lazy("Agreement"), agreement),
    Part(gettext_lazy("Messages"), messages),
    Part(gettext_lazy("Meetings"), meetings),
    Part(gettext_lazy("Goals"), goals),
    Part(gettext_lazy("My feedback"), feedback),
]


def copy_of(pair: Pair) -> bytes:
    """Return the copy as an archive: a page to read without the portal, and a file for programs."""
    parts = [(str(part.name), [*part.rows(pair)]) for part in PARTS]
    shown = [(name, rows) for name, rows in parts if rows]
    page = on_its_own("mentoring/work/export.html", parts=shown)
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("pair.html", page)
        archive.writestr("pair.json", _as_json(parts))
    return target.getvalue()


def _as_json(parts: list[tuple[str, list[Row]]]) -> str:
    content = {
        "made_at": timezone.now(),
        "parts": [{"name": name, "rows": rows} for name, rows in parts],
    }
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def _day(pair: Pair, moment: Any) -> str:
    if not moment:
        return ""
    return date_format(timezone.localtime(moment, ZoneInfo(pair.me.time_zone)), "DATE_FORMAT")
