"""The portal's addresses, and states that pass or that Django hides behind its own pages."""

from http import HTTPStatus

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import get_language

from knowledgebase.models import ModelPage, Paper
from knowledgebase.models.paper import PaperStatus
from portal import errors
from portal.frame import frame_of
from portal.urls import urlpatterns as portal_urlpatterns

PAPERS = {
    "waiting": (Paper(status=PaperStatus.WORKING, progress=40), HTTPStatus.ACCEPTED),
    "failed": (Paper(status=PaperStatus.FAILED), HTTPStatus.INTERNAL_SERVER_ERROR),
    "busy": (None, HTTPStatus.SERVICE_UNAVAILABLE),
}


def paper(request: HttpRequest, state: str) -> HttpResponse:
    """Show how far the PDF of a model is, as if it stayed so."""
    paper, status = PAPERS[state]
    page = ModelPage.objects.filter(locale__language_code=get_language()).first()
    frame_of(request, page)
    context = {
        "paper": paper,
        "page": page,
        "back": page.get_url(),
    }
    return TemplateResponse(request, "knowledgebase/paper.html", context, status=status)


def bare(request: HttpRequest, status: int) -> HttpResponse:
    """Answer as the front does, which asks nobody."""
    return render(request, "errors/bare.html", {"status": status}, status=status)


urlpatterns = [
    *i18n_patterns(
        path("_errors/403/", errors.permission_denied),
        path("_errors/404/", lambda request: errors.page_not_found(request, None)),
        path("_errors/429/", errors.too_many_requests),
        path("_errors/400/", lambda request: errors.bad_request(request, None)),
        path("_errors/413/", lambda request: bare(request, 413)),
        path("_errors/500/", errors.server_error),
        path("_errors/503/", lambda request: bare(request, 503)),
        path("_errors/share/", lambda request: errors.refuse_for_now(request, 429, 60, "papers")),
        path("_errors/busy/", lambda request: errors.refuse_for_now(request, 503, 5, "passwords")),
        path("_papers/<slug:state>/", paper),
    ),
    *portal_urlpatterns,
]
