"""One person's progress on a cohort's desk, and the exceptions that trainers make for them."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from knowledgebase.training.cohorts import concessions
from knowledgebase.training.cohorts.person import PersonInCohort, read_offer
from knowledgebase.training.cohorts.person_forms import ConcessionForm
from knowledgebase.training.cohorts.reading import own_cohort, people_of
from knowledgebase.training.cohorts.views import desk
from knowledgebase.training.models import Concession
from knowledgebase.training.models.cohort import LEAD
from portal.accounts.colleagues import colleagues
from portal.accounts.models import User
from portal.accounts.typed import filling, sent_from
from portal.methods import require_form
from portal.publishing.refusals import RefusedError


@require_form
@colleagues(LEAD)
def person(request: HttpRequest, key: UUID, person: UUID) -> HttpResponse:
    """Show how one person of a cohort is getting on; make an exception for them."""
    own, by = own_cohort(request, key), cast(User, request.user)
    found = PersonInCohort(own, get_object_or_404(people_of(own), user__key=person))
    latest = concessions.latest_of(found.user, own.programme)
    form = ConcessionForm(**filling(request, seen=latest), offers=found.offers())
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = Concession(
                user=found.user,
                programme=own.programme,
                reason=said["reason"],
                **read_offer(said["what"]),
            )
            concessions.grant(concession=made, by=by, seen=said["seen"])
            messages.success(request, _("The exception was made. The person sees it."))
            return redirect(request.path)
        except RefusedError as refused:
            messages.error(request, " ".join(refused.messages))
            form = ConcessionForm(
                initial={**request.POST.dict(), "seen": latest}, offers=found.offers()
            )
    return desk(request, own, "progress_of", person=found, programme=found.programme, form=form)


@colleagues(LEAD)
@sent_from("cohort_progress_of", "key", "person", whose=own_cohort)
def concession(request: HttpRequest, key: UUID, person: UUID, pk: int) -> HttpResponse:
    """Withdraw an exception, or make it again."""
    own, by = own_cohort(request, key), cast(User, request.user)
    enrolment = get_object_or_404(people_of(own), user__key=person)
    made = Concession.objects.filter(user=enrolment.user, programme=own.programme)
    found = get_object_or_404(made.select_related("user"), pk=pk)
    try:
        change(request, found, by)
    except RefusedError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("cohort_progress_of", own.key, person)


def change(request: HttpRequest, found: Concession, by: User) -> None:
    """Do what was asked for; raises RefusedError."""
    if "restore" in request.POST:
        concessions.restore(concession=found, by=by)
        messages.success(request, _("The exception holds again."))
    else:
        concessions.withdraw(concession=found, by=by)
        messages.success(request, _("The exception was withdrawn. You can make it again."))
