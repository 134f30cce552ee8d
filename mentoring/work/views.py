"""Feedback on a pair, its ending with hours and certificate, and the copy of all of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mentoring.models.profile import Listing
from mentoring.models.request import ENDED, State
from mentoring.pairs.open import why_closed
from mentoring.pairs.reading import Pair, pair_of
from mentoring.profiles.reading import members, mine
from mentoring.requests.views import tell_refusal
from mentoring.work import award, feedback
from mentoring.work.export import copy_of
from mentoring.work.feedback import Moment, answered_until, feedback_of, may_change, moment_of
from mentoring.work.forms import FeedbackForm
from mentoring.work.hours import ENOUGH_MEETINGS, ENOUGH_MINUTES, hours_of, length
from portal.accounts.typed import sent_from, typed_before
from portal.methods import require_form
from portal.publishing.refusals import RefusedError


@require_form
@members
@never_cache
def feedback_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask somebody how the work together is, and show them what they said."""
    pair = pair_of(mine(request), key)
    said, moment = feedback_of(pair.request, pair.me), moment_of(pair.request)
    before = said.get(moment)
    closed = why_closed(pair.request) if moment == Moment.MIDDLE else ""
    is_asked = bool(moment) and not closed and (not before or may_change(before))
    form = _feedback_form(request, pair, before) if is_asked else None
    if form and form.is_bound and form.is_valid():
        try:
            feedback.give(pair=pair.request, author=pair.me, moment=moment, said=form.cleaned_data)
        except RefusedError as refused:
            form.add_error(None, refused.messages)
        else:
            messages.success(request, _("Thank you. Your answer was kept."))
            return redirect("mentoring_feedback", key)
    elif request.method == "POST" and not form:
        messages.warning(request, closed or _("This is not asked any more. Nothing was saved."))
    context = {
        "pair": pair,
        "closed": closed,
        "form": form,
        "moment": moment,
        "said": [row for row in said.values() if row != before or not form],
        "before": before,
        "until": answered_until(pair.request) if moment == Moment.END else None,
    }
    return TemplateResponse(request, "mentoring/work/feedback.html", context)


def _feedback_form(request: HttpRequest, pair: Pair, before: Any) -> FeedbackForm:
    if request.method == "POST":
        return FeedbackForm(request.POST)
    typed = typed_before(request, pair.me.user)
    return FeedbackForm(initial=typed.dict() if typed else None, instance=before)


@require_safe
@members
@never_cache
def ending(request: HttpRequest, key: UUID) -> HttpResponse:
    """Thank somebody whose pair has ended, say what they get, and ask what comes next."""
    pair = ended_pair(request, key)
    hours = hours_of(pair.request)
    is_completed = pair.request.state == State.COMPLETED
    certificate = award.certificate_of(pair.me.user, pair.request) if is_completed else None
    context = {
        "pair": pair,
        "me": pair.me,
        "is_completed": is_completed,
        "hours": hours,
        "enough_meetings": ENOUGH_MEETINGS,
        "enough_hours": length(ENOUGH_MINUTES),
        "certificate": certificate if certificate and not certificate.withdrawn_at else None,
        "is_asked": moment_of(pair.request) == Moment.END,
        "has_said": Moment.END in feedback_of(pair.request, pair.me),
        "is_listed": pair.me.listing == Listing.LISTED,
        "waits": pair.me.listing == Listing.WAITING,
    }
    return TemplateResponse(request, "mentoring/work/ending.html", context)


def ended_pair(request: HttpRequest, key: UUID) -> Pair:
    """Return a pair of mine that has ended; raises Http404 for one that is at work."""
    pair = pair_of(mine(request), key)
    if pair.request.state not in ENDED:
        raise Http404
    return pair


@sent_from("mentoring_ending", "key")
@members
@never_cache
def certificate(request: HttpRequest, key: UUID) -> HttpResponse:
    """Issue the certificate of somebody who has filled in their name since, and lead to it."""
    pair = ended_pair(request, key)
    try:
        return redirect(award.certify(pair=pair.request, profile=pair.me))
    except RefusedError as refused:
        tell_refusal(request, refused)
    return redirect("mentoring_ending", key)


@require_safe
@members
@never_cache
def export(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give one of the two their copy of the pair."""
    pair = pair_of(mine(request), key)
    return HttpResponse(
        copy_of(pair),
        content_type="application/zip",
        headers={"Content-Disposition": 'attachment; filename="mentoring.zip"'},
    )
