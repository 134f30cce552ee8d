"""Getting the certificate of a programme, and saying how the programme was."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from knowledgebase.training.completing.actions import certify
from knowledgebase.training.completing.evaluating import (
    answered_until,
    cohort_of,
    evaluate,
    evaluation_of,
)
from knowledgebase.training.completing.forms import EvaluationForm
from knowledgebase.training.completing.reading import completion_of, enrolment_of
from knowledgebase.training.learning.views import posted
from knowledgebase.training.reach import url_of
from portal.accounts.models import User
from portal.accounts.typed import signed_in_to_write, typed_before
from portal.i18n import best_translation
from portal.methods import require_form
from portal.publishing.refusals import RefusedError


@posted
def certificate(request: HttpRequest, key: UUID) -> HttpResponse:
    """Issue the certificate of a programme that the person completed, and lead to it."""
    try:
        return redirect(certify(user=cast(User, request.user), programme=key))
    except RefusedError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect(url_of(key) or "my_page")


@require_form
@signed_in_to_write
def evaluation(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask the people of a cohort how the programme was; what they said can be changed."""
    user, row = cast(User, request.user), best_translation(key)
    cohort = cohort_of(completion_of(user, key), enrolment_of(user, key))
    if not row or not cohort:
        raise Http404
    if request.method == "POST":
        form = EvaluationForm(request.POST)
        if form.is_valid():
            try:
                evaluate(user=user, programme=key, said=form.cleaned_data)
            except RefusedError as refused:
                form.add_error(None, refused.messages)
            else:
                messages.success(request, _("Thank you. Your answer was kept."))
                return redirect(row.url)
    else:
        typed, said = typed_before(request, user), evaluation_of(user, key)
        before = model_to_dict(said) if said else None
        form = EvaluationForm(initial=typed.dict() if typed else before)
    context = {"form": form, "programme": row, "until": answered_until(cohort)}
    return TemplateResponse(request, "training/evaluation.html", context)
