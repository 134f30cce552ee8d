"""The meetings of a pair: proposing and choosing times, calendars, noting what was, notes."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mentoring.pairs.open import why_closed
from mentoring.pairs.reading import pair_of
from mentoring.profiles.reading import members, mine
from mentoring.requests.steps import AlreadyDoneError
from mentoring.requests.views import tell_refusal
from mentoring.work import sessions
from mentoring.work.calendar import event, session_by
from mentoring.work.forms import HeldForm, NoteForm, OwnNoteForm, ProposeForm
from mentoring.work.hours import Hours
from mentoring.work.reading import (
    SeenSession,
    clock_of,
    own_note,
    session_of,
    sessions_of,
)
from mentoring.work.rules import Step
from portal.accounts.typed import typed_before
from portal.calendar import calendar_response
from portal.methods import require_form
from portal.publishing.refusals import RefusedError

AGREED = gettext_lazy("The meeting is agreed. The other person is told.")
NOTED = gettext_lazy("Thank you. The other person sees it and can correct it.")


@require_form
@members
@never_cache
def session_list(request: HttpRequest, key: UUID) -> HttpResponse:
    """List the meetings of a pair with their hours, and propose one."""
    pair = pair_of(mine(request), key)
    closed = why_closed(pair.request)
    form = ProposeForm(request.POST, me=pair.me) if request.method == "POST" else None
    if form and not closed and form.is_valid():
        try:
            row = sessions.propose(pair=pair.request, by=pair.role, said=form.said)
        except RefusedError as refused:
            form.add_error(None, refused.messages)
        else:
            messages.success(request, _("The times are proposed. The other person is told."))
            return redirect(row)
    if not form:
        typed = typed_before(request, pair.me.user)
        form = ProposeForm(initial=typed.dict() if typed else None, me=pair.me)
    seen = sessions_of(pair, closed)
    ahead = [each for each in seen if each.is_ahead]
    context = {
        "pair": pair,
        "closed": closed,
        "clock": clock_of(pair),
        "hours": Hours.of(each.row for each in seen),
        "for_me": [each for each in ahead if each.waits_for_me],
        "ahead": [each for each in ahead if not each.waits_for_me],
        "past": [each for each in reversed(seen) if not each.is_ahead],
        "form": form,
    }
    return TemplateResponse(request, "mentoring/work/sessions.html", context)


@require_form
@members
@never_cache
def session_page(request: HttpRequest, key: UUID, session: UUID) -> HttpResponse:
    """Show a meeting with what I can do, and do it."""
    pair = pair_of(mine(request), key)
    seen = session_of(pair, session, why_closed(pair.request))
    if request.method != "POST":
        typed = typed_before(request, pair.me.user) or QueryDict()
        forms = {name: _form(name, seen, typed=typed) for name in FORMS}
        return _session_page(request, seen, forms, typed.get("step", ""))
    step = request.POST.get("step", "")
    if step in FORMS:
        return _filled_in(request, seen, step)
    if step in CLICKS:
        action, done = CLICKS[step]
        _do(request, lambda: action(request, seen), done)
    return redirect(seen.row)


def _filled_in(request: HttpRequest, seen: SeenSession, step: str) -> HttpResponse:
    """Do what a form says, or show it again as it was filled in."""
    form = _form(step, seen, request.POST)
    if seen.closed:
        form.add_error(None, seen.closed)
    elif form.is_valid():
        try:
            ACTIONS[step](seen, form)
        except AlreadyDoneError as refused:
            tell_refusal(request, refused)
            return redirect(seen.row)
        except RefusedError as refused:
            form.add_error(None, refused.messages)
        else:
            messages.success(request, DONE[step])
            return redirect(seen.row)
    fresh = session_of(seen.pair, seen.row.key, seen.closed)
    if step == "note" and form.non_field_errors():
        # The other's words are shown beside it now: the next time they are replaced knowingly.
        form.data = form.data.copy()
        form.data["version"] = str(fresh.row.note_version)
    forms = {name: _form(name, fresh) for name in FORMS} | {step: form}
    return _session_page(request, fresh, forms, step)


def _session_page(
    request: HttpRequest, seen: SeenSession, forms: dict[str, Any], step: str
) -> HttpResponse:
    context = {
        "seen": seen,
        "row": seen.row,
        "pair": seen.pair,
        "closed": seen.closed,
        "clock": clock_of(seen.pair),
        "forms": forms,
        "wrong": forms[step] if request.method == "POST" else None,
        "step": step,
    }
    return TemplateResponse(request, "mentoring/work/session.html", context)


def _form(
    step: str, seen: SeenSession, data: QueryDict | None = None, typed: QueryDict | None = None
) -> Any:
    """Return the form of a step: filled in with `data`, else with what was typed before."""
    make, before = FORMS[step]
    initial = before(seen) if data is None else {}
    if typed and typed.get("step") == step:
        initial |= typed.dict()
    options = {"me": seen.pair.me} if make is ProposeForm else {}
    return make(data, initial=initial, auto_id=f"{step}_%s", **options)


def _proposed(seen: SeenSession) -> dict[str, Any]:
    return {name: getattr(seen.row, name) for name in ("minutes", "meeting", "place", "link")}


FORMS: dict[str, tuple[Any, Callable[[SeenSession], dict[str, Any]]]] = {
    Step.PROPOSE_OTHERS: (ProposeForm, _proposed),
    Step.HELD: (HeldForm, lambda seen: {"minutes": seen.row.held_minutes or seen.row.minutes}),
    "note": (NoteForm, lambda seen: {"note": seen.row.note, "version": seen.row.note_version}),
    "own": (OwnNoteForm, lambda seen: {"own_note": own_note(seen.row, seen.pair.me)}),
}
ACTIONS: dict[str, Callable[[SeenSession, Any], object]] = {
    Step.PROPOSE_OTHERS: lambda seen, form: sessions.propose_others(
        session=seen.row, by=seen.pair.role, said=form.said
    ),
    Step.HELD: lambda seen, form: sessions.note_held(
        session=seen.row, by=seen.pair.role, minutes=form.cleaned_data["minutes"]
    ),
    "note": lambda seen, form: sessions.write_note(
        session=seen.row,
        by=seen.pair.role,
        text=form.cleaned_data["note"],
        version=form.cleaned_data["version"],
    ),
    "own": lambda seen, form: sessions.write_own_note(
        session=seen.row, author=seen.pair.me, text=form.cleaned_data["own_note"]
    ),
}
DONE = {
    Step.PROPOSE_OTHERS: gettext_lazy("The times are proposed. The other person is told."),
    Step.HELD: NOTED,
    "note": gettext_lazy("The shared note was saved."),
    "own": gettext_lazy("Your note was saved. Only you read it."),
}


def _agree(request: HttpRequest, seen: SeenSession) -> None:
    try:
        starts_at = datetime.fromisoformat(request.POST.get("starts_at", ""))
    except ValueError as error:
        raise RefusedError(_("Choose one of the times.")) from error
    sessions.agree(session=seen.row, by=seen.pair.role, starts_at=starts_at)


CLICKS: dict[str, tuple[Callable[[HttpRequest, SeenSession], object], Any]] = {
    Step.AGREE: (_agree, AGREED),
    Step.CANCEL: (
        lambda _request, seen: sessions.cancel(session=seen.row, by=seen.pair.role),
        gettext_lazy("The meeting is cancelled. The other person is told."),
    ),
    Step.NOT_HELD: (
        lambda _request, seen: sessions.note_not_held(session=seen.row, by=seen.pair.role),
        NOTED,
    ),
}


def _do(request: HttpRequest, action: Callable[[], object], done: Any) -> None:
    try:
        action()
    except RefusedError as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, done)


@require_safe
@members
@never_cache
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Give a meeting to one of its two for their calendar."""
    return calendar_response([event(session_by(token, mine(request)))])
