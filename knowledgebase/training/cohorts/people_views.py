"""Who is in a cohort, who was invited and who left; the link, and what is done about one person."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from knowledgebase.training.cohorts import inviting, membership
from knowledgebase.training.cohorts.forms import MoveForm
from knowledgebase.training.cohorts.reading import own_cohort, people_of
from knowledgebase.training.cohorts.views import desk
from knowledgebase.training.models import Cohort, Enrolment
from knowledgebase.training.models.cohort import LEAD
from portal.accounts.colleagues import colleagues
from portal.accounts.models import User
from portal.accounts.typed import sent_from
from portal.methods import require_form
from portal.publishing.refusals import RefusedError
from portal.terms.models import Municipality


@require_safe
@colleagues(LEAD)
def cohort_people(request: HttpRequest, key: UUID) -> HttpResponse:
    """List who is in a cohort, who was invited and who left, and offer to invite."""
    own = own_cohort(request, key)
    left = Enrolment.objects.filter(cohort=own).exclude(left_at=None)
    left = left.select_related("user").order_by("-left_at")
    here = Municipality.objects.filter(locale__language_code=get_language())
    context: dict[str, Any] = {
        "people": people_of(own).select_related("user__municipality"),
        "municipalities": dict(here.values_list("translation_key", "name")),
        "left": left,
        "invitations": inviting.unanswered(own),
        # Whose address the trainer was never told.
        "names": {each.user.email: each.user.name for each in left},
    }
    return desk(request, own, "people", **context)


@colleagues(LEAD)
@sent_from("cohort_people", "key", whose=own_cohort)
def cohort_link(request: HttpRequest, key: UUID) -> HttpResponse:
    """Make a link, a new one, or none."""
    own = own_cohort(request, key)
    if "end" in request.POST:
        inviting.end_link(cohort=own)
        messages.success(request, _("The link no longer works. Those who joined by it stay."))
    else:
        attempt(request, inviting.make_link, _("The link is ready."), cohort=own)
    return redirect("cohort_people", own.key)


@colleagues(LEAD)
@sent_from("cohort_people", "key", whose=own_cohort)
def cohort_invitation(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    """Send an invitation again, or revoke it."""
    own = own_cohort(request, key)
    invitation = get_object_or_404(inviting.of(own), pk=pk)
    about = {"invitation": invitation, "by": cast(User, request.user)}
    if "revoke" in request.POST:
        attempt(request, inviting.revoke, _("The invitation was revoked."), **about)
    else:
        done = _("The invitation was sent again.")
        attempt(request, inviting.send_again, done, cohort=own, **about)
    return redirect("cohort_people", own.key)


@require_form
@colleagues(LEAD)
def cohort_person(request: HttpRequest, key: UUID, person: UUID) -> HttpResponse:
    """Ask once more, then move a person to another cohort or take them out; invite who left."""
    own, user = own_cohort(request, key), cast(User, request.user)
    found = get_object_or_404(
        Enrolment.objects.select_related("user"), cohort=own, user__key=person
    )
    others = Cohort.objects.led_by(user).filter(programme=own.programme, closed_at=None)
    form = MoveForm(request.POST if "move" in request.POST else None, to=others.exclude(pk=own.pk))
    about = {"cohort": own, "user": found.user}
    if request.method != "POST" or ("move" in request.POST and not form.is_valid()):
        return desk(request, own, "person", enrolment=found, form=form)
    if "move" in request.POST:
        to = form.cleaned_data["to"]
        attempt(
            request, membership.move, _("Moved to “%(group)s”.") % {"group": to}, to=to, **about
        )
    elif "back" in request.POST:
        attempt(request, inviting.invite_back, _("The invitation was sent."), by=user, **about)
    else:
        done = _("Taken out of the group. You can invite them again.")
        attempt(request, membership.take_out, done, **about)
    return redirect("cohort_people", own.key)


def attempt(request: HttpRequest, act: Any, done: str, **about: Any) -> None:
    """Do something, and say that it was done or why it was not."""
    try:
        act(**about)
    except RefusedError as refused:
        messages.warning(request, " ".join(refused.messages))
    else:
        messages.success(request, done)
