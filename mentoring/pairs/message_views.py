"""The messages of a pair: read, written, taken back, with their files."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mentoring.models import Attachment, PairMessage
from mentoring.pairs import attachments, talking
from mentoring.pairs.forms import MessageForm
from mentoring.pairs.links import key_of, signed
from mentoring.pairs.reading import Pair, pair_of
from mentoring.profiles.reading import members, mine
from mentoring.requests.views import tell_refusal
from portal.accounts.typed import sent_from, typed_before
from portal.media.forms import NOT_STORED
from portal.methods import require_form
from portal.middleware import takes_files
from portal.publishing.refusals import RefusedError
from portal.quotas import take

A_PAGE = 20
SHARE = {"limit": 60, "seconds": 3600}


@require_form
@takes_files
@members
@never_cache
def conversation(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the messages of a pair, the last ones first of all, and take a new one."""
    pair = pair_of(mine(request), key)
    if request.method != "POST":
        typed = typed_before(request, pair.me.user)
        return _show(request, pair, MessageForm(initial={"text": typed["text"]} if typed else {}))
    form = MessageForm(request.POST, request.FILES)
    if not take("pair_message", str(pair.me.user.key), **SHARE):
        form.add_error(None, _("You have sent many messages within an hour. Wait a little."))
    if form.is_valid() and (sent := _send(pair, form)):
        messages.success(request, _("Your message was sent."))
        return redirect(_address(pair, sent))
    form.ask_for_files_again()
    return _show(request, pair, form)


def _send(pair: Pair, form: MessageForm) -> PairMessage | None:
    said = {"text": form.cleaned_data["text"], "files": form.cleaned_data["attached"]}
    try:
        return talking.send(request=pair.request, by=pair.me, once=form.key, **said)
    except RefusedError as refused:
        form.add_error(None, refused.messages)
    except OSError:
        form.add_error("attached", NOT_STORED)
    return None


def _show(request: HttpRequest, pair: Pair, form: MessageForm) -> HttpResponse:
    new = {*pair.messages.unread_by(pair.me.user).values_list("pk", flat=True)}
    if new and request.method == "GET" and "page" not in request.GET:
        talking.mark_read(request=pair.request, reader=pair.me)
    page = _page(pair, request.GET.get("page"))
    context = {
        "pair": pair,
        "row": pair.request,
        "form": form,
        "list_page": page,
        "new": new,
        "newest": _newest(page, new),
        "links": _links(pair, page),
    }
    return TemplateResponse(request, "mentoring/pairs/messages.html", context)


def _page(pair: Pair, number: str | None) -> Page:
    paginator = Paginator(pair.messages.prefetch_related("attachments"), A_PAGE)
    try:
        return paginator.page(number or paginator.num_pages)
    except InvalidPage as error:
        raise Http404 from error


def _newest(page: Page, new: set[int]) -> int | None:
    """Return where one begins to read: the first new message of a page, else the last one."""
    numbers = [message.pk for message in page]
    return next((pk for pk in numbers if pk in new), numbers[-1] if numbers else None)


def _links(pair: Pair, page: Page) -> dict[int, str]:
    """Return where each file of a page is fetched, by its number."""
    files = (each for message in page for each in message.attachments.all())
    key, user = pair.request.key, pair.me.user
    return {each.pk: reverse("mentoring_file", args=[key, signed(each, user)]) for each in files}


def _address(pair: Pair, message: Any) -> str:
    return f"{reverse('mentoring_messages', args=[pair.request.key])}#message-{message.key}"


def _whose(request: HttpRequest, key: Any) -> None:
    pair_of(mine(request), key)


@members
@never_cache
@sent_from("mentoring_messages", "key", whose=_whose)
def take_back(request: HttpRequest, key: UUID, message: UUID) -> HttpResponse:
    """Take back a message of one's own, with its files."""
    pair = pair_of(mine(request), key)
    found = get_object_or_404(pair.messages, key=message, author=pair.me.user)
    try:
        talking.take_back(message=found)
    except RefusedError as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Your message was taken back."))
    return redirect(_address(pair, found))


@require_safe
@members
@never_cache
def file(request: HttpRequest, key: UUID, token: str) -> HttpResponseBase:
    """Give a file to one of the two, by a link that they were shown within the hour."""
    pair = pair_of(mine(request), key)
    found = key_of(Attachment, token, pair.me.user)
    return attachments.respond(
        get_object_or_404(Attachment, key=found, message__request=pair.request)
    )
