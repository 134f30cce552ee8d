"""The link by which people join a cohort, with an account or without one yet; and leaving it."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from knowledgebase.training.cohorts import inviting
from knowledgebase.training.cohorts.membership import (
    SEEN_BY_TRAINERS,
    ElsewhereError,
    cohort_of,
    enrol,
)
from knowledgebase.training.cohorts.reading import programmes
from knowledgebase.training.learning.actions import leave
from knowledgebase.training.models import Cohort, Enrolment
from knowledgebase.training.reach import url_of
from portal.accounts.forms import AskForm
from portal.accounts.inviting import ask_for_account
from portal.accounts.models import SignUp, User
from portal.accounts.typed import sent_from, signed_in_to_write
from portal.methods import require_form
from portal.publishing.refusals import RefusedError
from portal.quotas import TooManyError, demand, give_back, sender

# Codes that are none, of one network in so many seconds; those that are cost nothing.
TRIES = ((30, 60), (300, 3600))
# Mails that one network has sent, such as a class that joins together, and those to one address.
MAILS = ((40, 60), (100, 3600))
MAILS_TO_ONE = ((5, 24 * 3600),)


@require_form
@never_cache
def join_cohort(request: HttpRequest, code: str) -> HttpResponse:
    """Show whoever has the link what they would join, and let them."""
    counted = sender(request)
    demand("join_codes", counted, TRIES)
    cohort = Cohort.objects.filter(join_code=code).first()
    if not cohort:
        raise Http404
    give_back("join_codes", counted, TRIES)
    if cohort.closed_at:
        return _show(request, cohort, "closed")
    if request.user.is_authenticated:
        return _join(request, cohort, cast(User, request.user))
    return _ask(request, cohort)


def _show(request: HttpRequest, cohort: Cohort, step: str, **more: Any) -> HttpResponse:
    context = {
        "cohort": cohort,
        "step": step,
        "programme": programmes([cohort.programme]).get(cohort.programme),
        "seen_by_trainers": SEEN_BY_TRAINERS,
        "trainers": (),  # who are named to nobody who is not signed in
        **more,
    }
    response = TemplateResponse(request, "training/join.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _join(request: HttpRequest, cohort: Cohort, user: User) -> HttpResponse:
    now = cohort_of(user, cohort.programme)
    if request.method != "POST" or now == cohort:
        step = "inside" if now == cohort else "change" if now else "join"
        trainers = cohort.trainers.exclude(user__name="").values_list("user__name", flat=True)
        return _show(request, cohort, step, now=now, trainers=trainers)
    # Whoever changes has seen from which group to which.
    leaving = now if now and request.POST.get("leaving") == str(now.key) else None
    try:
        enrol(user=user, cohort=cohort, leaving=leaving)
    except (ElsewhereError, RefusedError):  # the page says it
        return redirect(request.path)
    messages.success(request, _("You are in the group “%(group)s” now.") % {"group": cohort})
    return redirect(url_of(cohort.programme) or "my_page")


def _ask(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Send a link to whoever has no account; what is said is the same if they have one."""
    if SignUp.current() == SignUp.Way.CLOSED:
        return _show(request, cohort, "sign_in")
    form = AskForm(request.POST if "email" in request.POST else None)
    if not form.is_valid():
        return _show(request, cohort, "ask", form=form, is_sent="sent" in request.GET)
    demand("join_mails", sender(request), MAILS)
    address = form.cleaned_data["email"].lower()
    try:
        demand("join_mail", address, MAILS_TO_ONE)
        ask_for_account(address, language=get_language() or "", **inviting.about(cohort))
    except TooManyError:
        pass  # they have links that work
    return redirect(f"{request.path}?sent=yes")


@signed_in_to_write
@sent_from("group", "key")
def leave_group(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let somebody leave their group; its page asks."""
    user = cast(User, request.user)
    mine = Enrolment.objects.filter(user=user, left_at=None).select_related("cohort")
    enrolment = get_object_or_404(mine, cohort__key=key)
    leave(user=user, programme=enrolment.programme)
    messages.success(request, _("You have left the group. What you did stays yours."))
    return redirect(url_of(enrolment.programme) or "my_page")
