"""What readers see beside the page: all comments, the form, and what became of theirs."""

from http import HTTPStatus
from typing import Any, NamedTuple
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Page

from portal.comments import actions
from portal.comments.forms import CommentForm
from portal.comments.models import Comment
from portal.comments.pages import CommentablePage, is_chosen
from portal.i18n import PageRow, best_translation
from portal.methods import require_form
from portal.middleware import takes_text
from portal.paging import requested_page
from portal.quotas import TooManyError, sender

A_PAGE = 30
TOO_OLD = _(
    "The form was open for too long, and nothing was sent. What you typed is still here: please "
    "send it once more."
)
CLOSED = _(
    "This page no longer accepts comments, and nothing was sent. What you typed is still here, so "
    "that you can copy it."
)
TOO_MANY = _(
    "So many comments came in a short time that this one was not kept. What you typed is still "
    "here: please wait ten minutes and send it again, or come back tomorrow."
)


class Subject(NamedTuple):
    """The page that is commented on, and its address and language for the visitor."""

    page: CommentablePage
    row: PageRow


class TokenCheck(CsrfViewMiddleware):
    """Says whether a form has its token, and leaves it to the view what to answer."""

    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        return HttpResponse(status=HTTPStatus.FORBIDDEN)


@require_safe
def listed(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show all comments on a page, the newest first."""
    subject = subject_of(key)
    list_page = requested_page(Paginator(Comment.objects.published(key), A_PAGE), request.GET)
    if not subject or not list_page:
        raise Http404
    return _respond(request, "list", subject=subject, list_page=list_page)


def subject_of(key: UUID) -> Subject | None:
    """Return the page with this key, in the visitor's language if it can be.

    None where not everybody may read it, or its kind takes no comments.
    """
    row = best_translation(key)
    page = row and Page.objects.get(pk=row.id).specific
    if not row or not isinstance(page, CommentablePage) or not is_chosen(type(page)):
        return None
    return Subject(page, row)


# Django's own answer to a form that is too old would lose what was typed.
@csrf_exempt
@require_form
@never_cache
@takes_text
def write(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the form, and take a comment; whatever is wrong, what was typed stays."""
    subject = subject_of(key)
    is_sent = request.method == "POST"
    if not subject and not is_sent:
        raise Http404
    form = CommentForm(request.POST if is_sent else None)
    status = _refuse(request, form, subject) if is_sent else HTTPStatus.OK
    if is_sent and form.is_valid():
        try:
            comment = actions.submit(
                translation_key=key, once=form.key, sender=sender(request), **form.said
            )
            return redirect(comment)
        except TooManyError:
            form.add_error(None, TOO_MANY)
            status = HTTPStatus.TOO_MANY_REQUESTS
    status = status if form.errors else HTTPStatus.OK
    return _respond(request, "write", status, subject=subject, form=form)


def _refuse(request: HttpRequest, form: CommentForm, subject: Subject | None) -> HTTPStatus:
    """Say what stops the comment that nobody can see by its fields; return the answer's status."""
    if not subject or not subject.page.takes_comments:
        form.add_error(None, CLOSED)
        return HTTPStatus.CONFLICT
    if not _has_token(request):
        form.add_error(None, TOO_OLD)
        return HTTPStatus.FORBIDDEN
    return HTTPStatus.BAD_REQUEST


def _has_token(request: HttpRequest) -> bool:
    check = TokenCheck(HttpResponse)
    return check.process_view(request, HttpResponse, (), {}) is None


@require_form
@never_cache
def sent(request: HttpRequest, key: UUID) -> HttpResponse:
    """Tell whoever wrote a comment what became of it, and delete it if they wish."""
    comment = get_object_or_404(Comment, key=key)
    if request.method == "POST":
        actions.erase(comment=comment, by=None)
        return _respond(request, "sent", comment=None, subject=None)
    subject = subject_of(comment.translation_key)
    return _respond(request, "sent", comment=comment, subject=subject)


def _respond(
    request: HttpRequest, name: str, status: HTTPStatus = HTTPStatus.OK, **context: Any
) -> HttpResponse:
    """Return a page that no search engine keeps."""
    response = TemplateResponse(request, f"comments/{name}.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
