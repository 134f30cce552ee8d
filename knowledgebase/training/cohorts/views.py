"""The cohorts of a trainer, a new one, and the first page of each."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from knowledgebase.training.cohorts import actions
from knowledgebase.training.cohorts.forms import CohortForm, NewCohortForm, TrainerForm
from knowledgebase.training.cohorts.reading import own_cohort, people_of, programmes
from knowledgebase.training.cohorts.session_reading import next_of, when
from knowledgebase.training.cohorts.standing import standings
from knowledgebase.training.cohorts.tasks import handed_in_to
from knowledgebase.training.models import Cohort, HandedIn
from knowledgebase.training.models.cohort import LEAD
from knowledgebase.training.outline import whole_programme
from portal.accounts.colleagues import colleagues
from portal.accounts.models import User
from portal.accounts.typed import filling, sent_from
from portal.methods import require_form


def desk(request: HttpRequest, cohort: Cohort, template: str, **context: Any) -> TemplateResponse:
    """Return a page of a cohort's desk; `template` is its name below `training/cohort/`."""
    if "programme" not in context:
        context["programme"] = programmes([cohort.programme]).get(cohort.programme)
    return TemplateResponse(
        request, f"training/cohort/{template}.html", {"cohort": cohort, **context}
    )


@require_safe
@colleagues(LEAD)
def cohorts(request: HttpRequest) -> HttpResponse:
    """List the cohorts that the person leads, the closed ones last."""
    is_in_it = Q(enrolments__isnull=False, enrolments__left_at=None)
    mine = Cohort.objects.led_by(cast(User, request.user)).annotate(
        people=Count("enrolments", filter=is_in_it)
    )
    context = {
        "open": [cohort for cohort in mine if not cohort.closed_at],
        "closed": [cohort for cohort in mine if cohort.closed_at],
        "programmes": programmes({cohort.programme for cohort in mine}),
    }
    return TemplateResponse(request, "training/cohort/list.html", context)


@require_form
@colleagues(LEAD)
def new_cohort(request: HttpRequest) -> HttpResponse:
    """Make a cohort."""
    form = NewCohortForm(**filling(request))
    if form.is_valid():
        said = form.cleaned_data
        programme = UUID(said.pop("programme"))
        cohort = actions.make(by=cast(User, request.user), programme=programme, **said)
        messages.success(request, _("The group is ready. Now invite people to it."))
        return redirect("cohort", cohort.key)
    return TemplateResponse(request, "training/cohort/new.html", {"form": form})


@require_safe
@colleagues(LEAD)
def cohort(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show where a cohort stands, and what waits for its trainers."""
    own = own_cohort(request, key)
    programme = whole_programme(own.programme)
    people = standings(own, people_of(own), programme).values()
    tasks = handed_in_to(own, programme).filter(state=HandedIn.State.WAITING)
    return desk(
        request,
        own,
        "overview",
        people=len(people),
        behind=sum(each.is_behind for each in people),
        tasks=tasks.count(),
        session=next_of(own).filter(cancelled_at=None).first(),
        when=when,
    )


@require_form
@colleagues(LEAD)
def cohort_settings(request: HttpRequest, key: UUID) -> HttpResponse:
    """Change the name and the days of a cohort."""
    own = own_cohort(request, key)
    form = CohortForm(**filling(request), instance=own)
    if form.is_valid():
        actions.change(cohort=own, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("cohort_settings", own.key)
    fresh = own_cohort(request, key)
    return desk(request, fresh, "settings", form=form, trainer_form=TrainerForm())


@colleagues(LEAD)
@sent_from("cohort_settings", "key", whose=own_cohort)
def close_cohort(request: HttpRequest, key: UUID) -> HttpResponse:
    """Close a cohort, or open it again."""
    own = own_cohort(request, key)
    if "reopen" in request.POST:
        actions.reopen(cohort=own)
        messages.success(request, _("The group is open again."))
    else:
        actions.close(cohort=own)
        messages.success(request, _("The group is closed. You can open it again."))
    return redirect("cohort_settings", own.key)
