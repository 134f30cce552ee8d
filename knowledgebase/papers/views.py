"""Gives readers the PDF of a page or a comparison, or shows how far it is."""

from http import HTTPStatus
from uuid import UUID

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from knowledgebase.integration.comparison import NAME, Comparison
from knowledgebase.models.model_index import ModelIndexPage
from knowledgebase.papers.actions import BusyError, request_paper
from knowledgebase.papers.subjects import KINDS, Subject
from portal.frame import frame_of
from portal.i18n import live_translations, page_rows
from portal.quotas import sender


@require_safe
def page_paper(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Answer with the PDF of a page in this language; 404 for one that has none."""
    language = get_language() or ""
    row = live_translations(page_rows(translation_key=key), key).get(language)
    page = row and Page.objects.get(pk=row.id).specific
    if not isinstance(page, KINDS):
        raise Http404
    return answer(request, page, Subject(language, (key,)), f"{page.slug}.pdf", page.get_url())


@require_safe
def comparison_paper(request: HttpRequest) -> HttpResponseBase:
    """Answer with the PDF of a comparison, at one address whatever the order; 404 for none."""
    language = get_language() or ""
    comparison = Comparison(request.GET)
    index = ModelIndexPage.objects.filter(locale__language_code=language, live=True).first()
    if not index or not comparison.is_shown or comparison.status_code != HTTPStatus.OK:
        raise Http404
    models = comparison.in_one_order
    if request.GET.getlist(NAME) != [model.slug for model in models]:
        return HttpResponseRedirect(f"{request.path}{comparison.url_in_one_order}")
    keys = tuple(model.page.translation_key for model in models)
    name = f"{'-'.join(model.slug for model in models)[:100]}.pdf"
    back = f"{index.get_url()}{comparison.url}"
    return answer(request, index, Subject(language, keys), name, back)


def answer(
    request: HttpRequest, page: Page, subject: Subject, name: str, back: str
) -> HttpResponseBase:
    """Answer with the PDF called `name`, or with a page that shows how far it is."""
    again = "again" in request.GET
    try:
        paper = request_paper(subject=subject, sender=sender(request), again=again)
    except BusyError:
        paper = None
    if paper and again:
        return HttpResponseRedirect(url_without_again(request))
    if paper and paper.is_ready:
        return FileResponse(paper.file.open("rb"), filename=name, content_type="application/pdf")
    frame_of(request, page)
    context = {
        "paper": paper,
        "page": page,
        "back": back,
    }
    return waiting(TemplateResponse(request, "knowledgebase/paper.html", context))


def url_without_again(request: HttpRequest) -> str:
    """Return the address that a browser may look at repeatedly without each time trying again."""
    query = request.GET.copy()
    del query["again"]
    return f"{request.path}?{query.urlencode()}" if query else request.path


def waiting(response: TemplateResponse) -> HttpResponse:
    """Return the page that shows how far a paper is, with the status that says the same."""
    paper = (response.context_data or {})["paper"]
    response["Cache-Control"] = "no-store"
    if paper is None:
        response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
        response["Retry-After"] = "60"
    elif paper.has_failed:
        response.status_code = HTTPStatus.INTERNAL_SERVER_ERROR
    else:
        response.status_code = HTTPStatus.ACCEPTED
        response["X-Progress"] = str(paper.progress)  # which site.js asks for
    return response
