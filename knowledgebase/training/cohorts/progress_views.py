"""How a cohort is getting on: who is stuck and where, what was learned, and a table to take."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_safe

from knowledgebase.training.cohorts import exports
from knowledgebase.training.cohorts.behind import meaning
from knowledgebase.training.cohorts.gains import gains
from knowledgebase.training.cohorts.matrix import Show, failing, stopped
from knowledgebase.training.cohorts.reading import own_cohort, people_of
from knowledgebase.training.cohorts.standing import SIGNS, standings
from knowledgebase.training.cohorts.views import desk
from knowledgebase.training.models.cohort import LEAD
from knowledgebase.training.outline import whole_programme
from portal.accounts.colleagues import colleagues
from portal.paging import requested_page
from portal.small_numbers import SMALLEST
from portal.tables.writing import csv_response, xlsx_response

A_PAGE = 50  # people, of whom each has a cell for every step
WRITERS = {"csv": csv_response, "xlsx": xlsx_response}


@require_safe
@colleagues(LEAD)
def progress(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show who has done what, who is stuck and where; `show` in the address says whom."""
    own = own_cohort(request, key)
    try:
        show = Show(request.GET.get("show", Show.ALL))
    except ValueError:
        raise Http404 from None
    programme = whole_programme(own.programme)
    people = [*standings(own, people_of(own), programme).values()]
    page = requested_page(Paginator(show.among(people), A_PAGE), request.GET)
    if page is None:
        raise Http404
    return desk(
        request,
        own,
        "progress",
        programme=programme,
        steps=programme.steps if programme else [],
        count=len(people),
        list_page=page,
        show=show,
        shows=[(each, len(each.among(people))) for each in Show],
        behind=len(Show.BEHIND.among(people)),
        not_begun=len(Show.NOT_BEGUN.among(people)),
        meaning=meaning(own.starts_on, own.ends_on),
        stopped=stopped(people),
        failing=failing(people),
        signs=SIGNS,
    )


@require_safe
@colleagues(LEAD)
def gain(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show what the cohort knew of each objective before and after the programme."""
    own = own_cohort(request, key)
    programme = whole_programme(own.programme)
    found = gains(own, programme) if programme else []
    return desk(request, own, "gain", programme=programme, gains=found, smallest=SMALLEST)


@require_GET
@colleagues(LEAD)
def export(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Send the progress of everybody in a cohort; e-mail addresses only if they are asked for."""
    own = own_cohort(request, key)
    write = WRITERS.get(request.GET.get("as", ""))
    if not write:
        raise Http404
    table = exports.progress_table(own, with_email="email" in request.GET)
    name = _("Progress").lower()
    return write(f"{name}-{timezone.localdate():%Y-%m-%d}", table.titles, table.rows)
