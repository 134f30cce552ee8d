"""Asking a mentor, answering, and seeing what happens next."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mentoring.models import Profile, Request, Round, Waiting
from mentoring.models.request import AT_WORK, State
from mentoring.profiles.reading import members, mine
from mentoring.profiles.showing import Reader
from mentoring.requests import actions, guards, queueing, waiting
from mentoring.requests.forms import AskForm, DeclineForm, typed_in
from mentoring.requests.reading import (
    Seen,
    between,
    called,
    mentor_for,
    request_of,
    requests_of,
    waits_of,
)
from mentoring.requests.rules import MOST_OPEN, Step
from mentoring.requests.steps import Actor, AlreadyDoneError
from portal.accounts.typed import typed_before
from portal.methods import require_form
from portal.publishing.refusals import RefusedError

# What one click does, and what is said then; declining has a form.
CLICKS = {
    Step.ACCEPT: (actions.accept, gettext_lazy("Thank you. Your answer was sent.")),
    Step.WITHDRAW: (actions.withdraw, gettext_lazy("Your request was withdrawn.")),
    Step.END: (actions.end, gettext_lazy("Your pair has ended. The other person is told.")),
    Step.COMPLETE: (actions.complete, gettext_lazy("Your pair is marked as completed.")),
}


def tell_refusal(request: HttpRequest, refused: RefusedError) -> None:
    """Say why nothing was done; that it was done already is no fault."""
    level = messages.INFO if isinstance(refused, AlreadyDoneError) else messages.WARNING
    messages.add_message(request, level, " ".join(refused.messages))


@require_safe
@members
@never_cache
def requests(request: HttpRequest) -> HttpResponse:
    """List what waits for me, what I asked, whom I work with, and what is over."""
    me = mine(request)
    seen = [Seen(row, me) for row in requests_of(me)]
    return TemplateResponse(
        request,
        "mentoring/requests/list.html",
        {
            "me": me,
            "for_me": [each for each in seen if each.waits_for_me],
            "asked": [
                each
                for each in seen
                if not each.waits_for_me
                and (each.request.is_open or each.request.state == State.DRAFT)
            ],
            "pairs": [each for each in seen if each.request.state in AT_WORK],
            "over": [each for each in seen if each.is_over],
            "waits": waits_of(me),
            "most_open": MOST_OPEN,
        },
    )


@require_form
@members
@never_cache
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """Ask a mentor; what is written can be kept as a draft and sent later."""
    me = mine(request)
    mentor = mentor_for(code)
    if known := between(me, mentor):
        return redirect(known)
    draft = Request.objects.filter(mentee=me, mentor=mentor, state=State.DRAFT).first()
    if request.method != "POST":
        typed = typed_before(request, me.user)
        form = AskForm(initial=typed.dict() if typed else typed_in(draft))
        return _ask_page(request, me, mentor, draft, form)
    if "discard" in request.POST:
        if draft:
            actions.discard_draft(draft=draft)
        messages.success(request, _("The draft was deleted."))
        return redirect("mentoring_requests")
    is_draft = "save" in request.POST
    form = AskForm(request.POST, is_draft=is_draft)
    if form.is_valid() and (kept := _keep_or_send(request, me, mentor, form, is_draft=is_draft)):
        return redirect("mentoring_requests" if is_draft else kept)
    return _ask_page(request, me, mentor, draft, form)


def _keep_or_send(
    request: HttpRequest, me: Profile, mentor: Profile, form: AskForm, *, is_draft: bool
) -> Request | None:
    try:
        draft = actions.save_draft(mentee=me, mentor=mentor, **form.cleaned_data)
        if is_draft:
            messages.success(request, _("The draft was kept. Only you see it."))
            return draft
        sent = actions.send(request=draft, by=Actor.of(draft, me))
    except RefusedError as refused:
        form.add_error(None, refused.messages)
        return None
    messages.success(request, _("Your request was sent."))
    return sent


def _ask_page(
    request: HttpRequest, me: Profile, mentor: Profile, draft: Request | None, form: AskForm
) -> HttpResponse:
    return TemplateResponse(
        request,
        "mentoring/requests/ask.html",
        {
            "form": form,
            "draft": draft,
            "mentor": mentor,
            "mentor_name": called(mentor, Reader.MEMBER, is_mentor=True),
            "why_not": "" if form.is_bound else _why_not(me, mentor),
            "is_full": guards.takes(mentor, me) and not waiting.has_room(mentor, me),
            "waits": Waiting.objects.filter(mentee=me, mentor=mentor).exists(),
        },
    )


def _why_not(me: Profile, mentor: Profile) -> str:
    """Return why the person cannot ask this mentor now, empty where they can."""
    if not Round.current():
        return _("No round is open, so that nobody can be asked at present.")
    try:
        guards.may_ask(Request(mentee=me, mentor=mentor))
    except RefusedError as refused:
        return " ".join(refused.messages)
    return ""


@require_form
@members
@never_cache
def request_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show a request with what comes next, and take a step of it."""
    seen = request_of(mine(request), key)
    if request.method != "POST":
        typed = typed_before(request, seen.me.user)
        return _request_page(request, seen, DeclineForm(initial=typed.dict() if typed else None))
    step = request.POST.get("step")
    if step == Step.DECLINE:
        form = DeclineForm(request.POST)
        if not form.is_valid():
            return _request_page(request, seen, form)
        _do(request, seen, actions.decline, _("Thank you. Your answer was sent."), form)
    elif step in CLICKS:
        is_done = _do(request, seen, *CLICKS[Step(step)])
        if is_done and step in (Step.END, Step.COMPLETE):
            return redirect("mentoring_ending", key)
    return redirect(seen.request)


def _do(
    request: HttpRequest, seen: Seen, action: Any, done: Any, form: DeclineForm | None = None
) -> bool:
    try:
        action(request=seen.request, by=seen.actor, **(form.cleaned_data if form else {}))
    except RefusedError as refused:
        tell_refusal(request, refused)
        return False
    messages.success(request, done)
    return True


def _request_page(request: HttpRequest, seen: Seen, form: DeclineForm) -> HttpResponse:
    context = {"seen": seen, "row": seen.request, "form": form}
    return TemplateResponse(request, "mentoring/requests/request.html", context)


@require_POST
@members
@never_cache
def queue(request: HttpRequest, code: str) -> HttpResponse:
    """Put the person on a mentor's waiting list, or take them off it."""
    me = mine(request)
    if "leave" in request.POST:
        row = get_object_or_404(Waiting, mentee=me, mentor__code=code)
        queueing.leave(mentee=me, mentor=row.mentor)
        messages.success(request, _("You are no longer on this waiting list."))
        return redirect("mentoring_requests")
    mentor = mentor_for(code)
    try:
        queueing.join(mentee=me, mentor=mentor)
    except RefusedError as refused:
        tell_refusal(request, refused)
        return redirect("mentoring_ask", code)
    messages.success(request, _("You are on the waiting list. We tell you when a place is free."))
    return redirect("mentoring_requests")
