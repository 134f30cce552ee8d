"""The figures for donors: a page, and the same as CSV and as a workbook."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from knowledgebase.training.figures.counting import BREAKDOWNS
from knowledgebase.training.figures.tables import COLUMNS, periods, rows
from knowledgebase.training.roles import FIGURES
from portal.accounts.colleagues import colleagues
from portal.tables.writing import csv_response, xlsx_response

FILES = {"csv": csv_response, "xlsx": xlsx_response}


@require_safe
@colleagues(FIGURES)
def figures(request: HttpRequest) -> HttpResponseBase:
    """Show the figures of the half-years that are over; with `export`, send them as a file."""
    kind = request.GET.get("export")
    if kind is None:
        context = {"periods": periods(), "breakdowns": BREAKDOWNS}
        return TemplateResponse(request, "training/figures.html", context)
    if kind not in FILES:
        raise Http404
    return FILES[kind](_("training-in-figures"), COLUMNS, [*rows()])
