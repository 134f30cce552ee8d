"""The live sessions of a cohort on its trainers' desk."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from knowledgebase.training.cohorts import sessions as actions
from knowledgebase.training.cohorts.reading import own_cohort, people_of
from knowledgebase.training.cohorts.session_forms import SessionForm
from knowledgebase.training.cohorts.session_reading import next_of, past_of, when
from knowledgebase.training.cohorts.views import desk
from knowledgebase.training.models import Cohort, LiveSession
from knowledgebase.training.models.cohort import LEAD
from portal.accounts.colleagues import colleagues
from portal.accounts.models import User
from portal.accounts.typed import filling, sent_from, typed_before
from portal.methods import require_form
from portal.publishing.refusals import RefusedError


def own_session(request: HttpRequest, key: UUID, session: UUID) -> tuple[Cohort, LiveSession]:
    """Return a cohort that the person leads and a session of it; raises Http404."""
    cohort = own_cohort(request, key)
    return cohort, get_object_or_404(LiveSession.objects.filter(cohort=cohort), key=session)


@require_safe
@colleagues(LEAD)
def cohort_sessions(request: HttpRequest, key: UUID) -> HttpResponse:
    """List the sessions, those to come first."""
    own = own_cohort(request, key)
    lists = {"coming": next_of(own), "past": past_of(own)}
    return desk(request, own, "sessions", when=when, **lists)


@require_form
@colleagues(LEAD)
def new_session(request: HttpRequest, key: UUID) -> HttpResponse:
    """Plan a session."""
    own = own_cohort(request, key)
    form = SessionForm(**filling(request))
    if form.is_valid():
        try:
            actions.plan(cohort=own, **form.said)
            messages.success(request, _("The session is planned. The group was told."))
            return redirect("cohort_sessions", own.key)
        except RefusedError as refused:
            form.add_error(None, refused.messages)
    return desk(request, own, "session", form=form, session=None)


@require_form
@colleagues(LEAD)
def change_session(request: HttpRequest, key: UUID, session: UUID) -> HttpResponse:
    """Change a session."""
    own, found = own_session(request, key, session)
    form = SessionForm(**filling(request), instance=found)
    if form.is_valid():
        try:
            actions.change(session=found, sequence=_number(request.POST, "sequence"), **form.said)
            messages.success(request, _("Saved."))
        except RefusedError as refused:
            messages.warning(request, " ".join(refused.messages))
        return redirect("cohort_sessions", own.key)
    shown = own_session(request, key, session)[1]  # the form has changed the other one
    written = form.data if form.is_bound else form.initial
    sequence = written.get("sequence", shown.sequence)
    return desk(request, own, "session", form=form, session=shown, sequence=sequence)


@colleagues(LEAD)
@sent_from("change_session", "key", "session", whose=own_cohort)
def cancel_session(request: HttpRequest, key: UUID, session: UUID) -> HttpResponse:
    """Cancel a session, or let it take place after all."""
    own, found = own_session(request, key, session)
    if "restore" in request.POST:
        actions.restore(session=found)
        messages.success(request, _("The session takes place after all."))
    else:
        actions.cancel(session=found)
        messages.success(request, _("The session is cancelled. You can take that back."))
    return redirect("cohort_sessions", own.key)


@require_form
@colleagues(LEAD)
def attendance(request: HttpRequest, key: UUID, session: UUID) -> HttpResponse:
    """Note who was at a session."""
    own, found = own_session(request, key, session)
    user = cast(User, request.user)
    if request.method == "POST":
        try:
            actions.note_attendance(
                session=found,
                by=user,
                were_there=_numbers(request.POST, "there"),
                were_noted=_numbers(request.POST, "noted"),
            )
            messages.success(request, _("Saved."))
        except RefusedError as refused:
            messages.warning(request, " ".join(refused.messages))
        return redirect("attendance", own.key, found.key)
    people = [*people_of(own)]
    there = {*found.attendances.values_list("user", flat=True)}
    noted = {person.pk for person in people if person.user_id in there}
    ticked = noted
    if typed := typed_before(request, user):
        ticked, noted = {*_numbers(typed, "there")}, {*_numbers(typed, "noted")}
    lists = {"people": people, "ticked": ticked, "noted": noted}
    return desk(request, own, "attendance", session=found, when=when, **lists)


def _numbers(sent: QueryDict, name: str) -> list[int]:
    return [int(text) for text in sent.getlist(name) if text.isdecimal()]


def _number(sent: QueryDict, name: str) -> int:
    return next(iter(_numbers(sent, name)), -1)
