"""Inviting a list of people to a cohort: read, looked at, and only then sent."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import cast
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from knowledgebase.training.cohorts import inviting
from knowledgebase.training.cohorts.forms import ListForm
from knowledgebase.training.cohorts.lists import MOST_PEOPLE, Invitee
from knowledgebase.training.cohorts.reading import own_cohort
from knowledgebase.training.cohorts.views import desk
from knowledgebase.training.models import Cohort
from knowledgebase.training.models.cohort import LEAD
from portal.accounts.colleagues import colleagues
from portal.accounts.models import User
from portal.languages import site_languages
from portal.methods import require_form
from portal.middleware import is_too_large, takes_table
from portal.publishing.refusals import RefusedError
from portal.quotas import TooManyError, demand
from portal.tables.reading import Problem
from portal.validators import is_address

SHOWN = 50  # problems


@require_form
@takes_table
@colleagues(LEAD)
def cohort_invite(request: HttpRequest, key: UUID) -> HttpResponse:
    """Read a list of addresses, show what was read or what is wrong with which line, then send.

    What was read is in the page that shows it, and nowhere else.
    """
    own = own_cohort(request, key)
    if is_too_large(request):
        form = ListForm({"language": get_language()}, is_too_large=True)
        return unsent(request, own, form, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    if request.method != "POST":
        return unsent(request, own, ListForm(initial={"language": get_language()}))
    if sent := request.POST.getlist("person")[:MOST_PEOPLE]:
        return confirmed(request, own, [as_invitee(each) for each in sent])
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return unsent(request, own, form)
    if problems := [*form.problems, *inviting.problems(own, form.people)]:
        return unsent(request, own, form, sorted(problems, key=lambda problem: problem.line))
    return preview(request, own, form.people)


def unsent(
    request: HttpRequest,
    cohort: Cohort,
    form: ListForm,
    problems: Sequence[Problem] = (),
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """Show the form, with what is wrong with which line."""
    more = len(problems) - SHOWN
    answer = desk(request, cohort, "invite", form=form, problems=problems[:SHOWN], more=more)
    answer.status_code = status
    return answer


def preview(request: HttpRequest, cohort: Cohort, people: Sequence[Invitee]) -> HttpResponse:
    """Show who would be invited, to be looked at."""
    names = dict(site_languages())
    return desk(request, cohort, "invite_preview", people=people, names=names)


def confirmed(request: HttpRequest, cohort: Cohort, people: list[Invitee]) -> HttpResponse:
    """Send what was looked at, within what one trainer may send."""
    user = cast(User, request.user)
    try:
        demand("cohort_invitations", str(user.key), inviting.SENDINGS)
        inviting.invite(cohort=cohort, people=people, by=user)
    except (TooManyError, RefusedError) as fault:
        said = (
            " ".join(fault.messages)
            if isinstance(fault, RefusedError)
            else _("You have sent many lists already. Nothing was sent; try again tomorrow.")
        )
        messages.warning(request, said)
        return preview(request, cohort, people)
    said = ngettext("%(num)s person is invited.", "%(num)s people are invited.", len(people))
    messages.success(request, said % {"num": len(people)})
    return redirect("cohort_people", cohort.key)


def as_invitee(sent: str) -> Invitee:
    """Return a person as the preview wrote them down; raises BadRequest for anything else."""
    language, _space, address = sent.partition(" ")
    if language not in dict(settings.LANGUAGES) or not is_address(address):
        raise BadRequest
    return Invitee(0, address, language)
