"""A member reports, blocks, and reads the code of conduct."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mentoring.consents import CODE_OF_CONDUCT
from mentoring.models import Block, Conflict, Report
from mentoring.profiles.reading import members, mine
from mentoring.safeguarding import actions, apart
from mentoring.safeguarding.forms import ReportForm
from mentoring.safeguarding.reading import blocked_by, declared_by
from mentoring.safeguarding.things import find
from portal.accounts.typed import filling
from portal.inputs import row_number
from portal.methods import require_form
from portal.personal.consents import Consent


@require_form
@members
@never_cache
def report(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Say what happens next, and tell the coordinator by one click."""
    me = mine(request)
    thing = find(me, kind, key)
    form = ReportForm(**filling(request))
    if form.is_valid():
        actions.report(thing=thing, kind=kind, key=key, **form.cleaned_data)
        messages.success(
            request, _("Thank you. Contact is paused, and the coordinator will write to you.")
        )
        return redirect(thing.url)
    before = Report.objects.open().filter(by=me, kind=kind, key=key).first()
    context = {"form": form, "thing": thing, "before": before, "kind": kind, "key": key}
    return TemplateResponse(request, "mentoring/safeguarding/report.html", context)


@require_form
@members
@never_cache
def block(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Say what a block and a conflict of interest are, and note either by one click."""
    me = mine(request)
    thing = find(me, kind, key)
    if request.method != "POST":
        context = {"thing": thing}
        return TemplateResponse(request, "mentoring/safeguarding/block.html", context)
    if "conflict" in request.POST:
        apart.declare(one=me, other=thing.other)
        messages.success(request, _("You will not be paired with this person."))
    else:
        apart.block(by=me, of=thing.other)
        messages.success(request, _("This person is blocked, and is not told."))
    return redirect("mentoring_blocks")


@require_form
@members
@never_cache
def blocks(request: HttpRequest) -> HttpResponse:
    """List whom I keep away from, and let me take each back."""
    me = mine(request)
    if request.method != "POST":
        return TemplateResponse(
            request,
            "mentoring/safeguarding/blocks.html",
            {"blocked": blocked_by(me), "declared": declared_by(me)},
        )
    if "conflict" in request.POST:
        pk = row_number(request.POST["conflict"])
        row = get_object_or_404(Conflict, pk=pk, one=me, declared_by=me.user)
        apart.take_back(one=me, other=row.other)
    else:
        mine_too = get_object_or_404(Block, pk=row_number(request.POST.get("block", "")), by=me)
        apart.unblock(by=me, of=mine_too.of)
    messages.success(request, _("You have taken it back. What it ended stays ended."))
    return redirect("mentoring_blocks")


@require_safe
@members
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """Show the code of conduct, and when the person accepted it."""
    accepted = Consent.objects.filter(
        user=mine(request).user, purpose=CODE_OF_CONDUCT.key, withdrawn_at=None
    ).last()
    context = {"code": CODE_OF_CONDUCT, "accepted": accepted}
    return TemplateResponse(request, "mentoring/safeguarding/code.html", context)
