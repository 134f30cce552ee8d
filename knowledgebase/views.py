"""What belongs to a page without being one: its stable address, citation files, feedback."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Page

from knowledgebase.citation import FORMATS, Citation
from knowledgebase.forms import FeedbackForm
from knowledgebase.models import Feedback, GlossaryPage, GlossaryTerm
from knowledgebase.models.base import KnowledgePage
from knowledgebase.models.feedback import A_DAY
from portal.frame import frame_of
from portal.i18n import best_translation
from portal.methods import require_form
from portal.quotas import TooManyError, sender


@require_safe
def stable(request: HttpRequest, key: UUID) -> HttpResponse:
    """Send the visitor to where the page or term is today, in their language if it can be."""
    row = best_translation(key)
    response = HttpResponseRedirect(row.url if row else term_url(key))
    patch_vary_headers(response, ["Accept-Language"])
    return response


def term_url(key: UUID) -> str:
    """Return the address of a glossary term; raise `Http404` if there is none with this key."""
    terms = GlossaryTerm.objects.published().filter(translation_key=key)
    by_language = {term.language: term for term in terms}
    term = by_language.get(get_language() or "") or next(iter(by_language.values()), None)
    page = GlossaryPage.objects.first()
    if not term or not page:
        raise Http404
    with override(term.language):
        row = best_translation(page.translation_key)
    if not row:
        raise Http404
    return f"{row.url}#term-{term.slug}"


@require_safe
def citation(request: HttpRequest, key: UUID, suffix: str) -> HttpResponse:
    """Return the citation of a page as a file for reference managers."""
    if suffix not in FORMATS:
        raise Http404
    media_type, write = FORMATS[suffix]
    page = knowledge_page(key)
    content = write(Citation(page, frame_of(request, page)).work)
    name = f"{page.slug}.{suffix}"
    headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
    return HttpResponse(content, content_type=f"{media_type}; charset=utf-8", headers=headers)


def knowledge_page(key: UUID) -> KnowledgePage:
    """Return the page with this key, best in the visitor's language, or raise `Http404`."""
    row = best_translation(key)
    page = row and Page.objects.get(pk=row.id).specific
    if not isinstance(page, KnowledgePage):
        raise Http404
    return page


@csrf_exempt  # A token needs a cookie; all that a forged request could do is give an opinion.
@require_form
def feedback(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take an answer and thank for it; a GET shows the thanks, a wrong answer the form again."""
    page = knowledge_page(key)
    form = FeedbackForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    if form.is_valid():
        try:
            Feedback.objects.keep(key, form.cleaned_data, sender(request))
            return HttpResponse(status=303, headers={"Location": request.path})
        except TooManyError:
            form.add_error(
                None,
                _(
                    "So many answers came today that this one could not be kept."
                    " Please try again tomorrow."
                ),
            )
            status = HTTPStatus.TOO_MANY_REQUESTS
    frame_of(request, page)
    context = {"page": page, "form": form}
    response = TemplateResponse(request, "knowledgebase/feedback.html", context, status=status)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        response["Retry-After"] = str(A_DAY)
    return response
