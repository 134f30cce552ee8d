"""The page of a pair, and its agreement."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mentoring.pairs import agreeing, telling
from mentoring.pairs.following import following
from mentoring.pairs.forms import AgreementForm, written
from mentoring.pairs.reading import Pair, pair_of
from mentoring.pairs.standing import SENTENCES
from mentoring.profiles.reading import members, mine
from mentoring.requests.views import tell_refusal
from mentoring.work.summary import Summary
from portal.accounts.typed import filling
from portal.methods import require_form
from portal.publishing.refusals import RefusedError


@require_safe
@members
@never_cache
def workspace(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show who the other is, what is new, and what comes next."""
    pair = pair_of(mine(request), key)
    work = Summary(pair, pair.why_closed)
    context = {"pair": pair, "row": pair.request, "work": work, "next": following(pair, work)}
    return TemplateResponse(request, "mentoring/pairs/workspace.html", context)


@require_form
@members
@never_cache
def agreement(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the agreement; write its words, change them, or sign them."""
    pair = pair_of(mine(request), key)
    if request.method == "POST" and "sign" in request.POST:
        _sign(request, pair)
        return redirect("mentoring_agreement", key)
    if request.method != "POST":
        telling.has_come(pair.me.user, telling.AGREEMENT, pair.request)
    form = AgreementForm(**filling(request, **written(pair.agreement, pair.request)))
    if form.is_valid():
        try:
            agreeing.write(
                request=pair.request, by=pair.me, mark=form.cleaned_data["mark"], said=form.said
            )
        except RefusedError as refused:
            pair = pair_of(pair.me, key)
            form = _once_more(request, pair, refused)
        else:
            messages.success(request, _("The agreement was saved. Now read it and sign it."))
            return redirect("mentoring_agreement", key)
    context = {"pair": pair, "row": pair.request, "form": form, "standing": SENTENCES}
    return TemplateResponse(request, "mentoring/pairs/agreement.html", context)


def _sign(request: HttpRequest, pair: Pair) -> None:
    try:
        agreeing.sign(request=pair.request, by=pair.me, mark=request.POST.get("mark", ""))
    except RefusedError as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Thank you. You have signed the agreement."))


def _once_more(request: HttpRequest, pair: Pair, refused: RefusedError) -> AgreementForm:
    """Return the form as it was typed, for whoever has read what stands there now."""
    mark = pair.agreement.mark if pair.agreement else ""
    again = AgreementForm({**request.POST.dict(), "mark": mark})
    again.full_clean()
    again.add_error(None, refused.messages)
    return again
