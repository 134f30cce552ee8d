"""Who leads a cohort: its trainers add others and leave the lead."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from knowledgebase.training.cohorts import leading
from knowledgebase.training.cohorts.forms import CohortForm, TrainerForm
from knowledgebase.training.cohorts.reading import own_cohort
from knowledgebase.training.cohorts.views import desk
from knowledgebase.training.models.cohort import LEAD
from portal.accounts.colleagues import colleagues
from portal.accounts.models import User
from portal.accounts.typed import sent_from
from portal.publishing.refusals import RefusedError
from portal.quotas import demand

# Addresses that one trainer tries, in so many seconds.
TRIES = ((20, 3600),)


@colleagues(LEAD)
@sent_from("cohort_settings", "key", whose=own_cohort)
def cohort_trainers(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let another trainer lead a cohort too, or leave the lead."""
    own, user = own_cohort(request, key), cast(User, request.user)
    if "leave" in request.POST:
        try:
            leading.stop_leading(cohort=own, user=user)
        except RefusedError as refused:
            messages.warning(request, " ".join(refused.messages))
            return redirect("cohort_settings", own.key)
        messages.success(request, _("You no longer lead the group “%(group)s”.") % {"group": own})
        return redirect("cohorts")
    form = TrainerForm(request.POST)
    if form.is_valid():
        demand("cohort_trainers", str(user.key), TRIES)
        added = leading.add_trainer(cohort=own, address=form.cleaned_data["email"])
        if added:
            messages.success(request, _("%(person)s leads the group too.") % {"person": added})
            return redirect("cohort_settings", own.key)
        form.add_error("email", _("No trainer of the portal has this address."))
    return desk(request, own, "settings", form=CohortForm(instance=own), trainer_form=form)
