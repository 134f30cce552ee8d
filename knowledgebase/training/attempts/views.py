"""The pages of an attempt: begun by a button, answered on one page, handed in, and its result."""

from enum import Enum, auto
from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from knowledgebase.training.attempts import actions
from knowledgebase.training.attempts.reading import answers_in
from knowledgebase.training.attempts.result import Result
from knowledgebase.training.learning.progress import next_in
from knowledgebase.training.models.attempt import Attempt
from knowledgebase.training.models.quiz import QuizPage
from knowledgebase.training.outline import Item
from knowledgebase.training.reach import (
    may_read,
    programme_key_of,
    source_page,
    url_for,
    url_of,
)
from portal.accounts.models import User
from portal.accounts.typed import signed_in_to_write, typed_before
from portal.i18n import best_translation
from portal.methods import require_form
from portal.publishing.refusals import RefusedError


class Outcome(Enum):
    """What became of answers that were sent."""

    DONE = auto()
    UNSURE = auto()  # saved; something is not answered, and nobody said that it shall stay so
    REFUSED = auto()  # saved but for what was never asked


@require_form
@login_required
def start(request: HttpRequest, key: UUID) -> HttpResponse:
    """Begin an attempt, or go on with the one that is open."""
    quiz = source_page(QuizPage, key)
    if not quiz or not may_read(request, quiz):
        raise Http404
    if request.method == "POST":
        try:
            attempt = actions.start(quiz=quiz, user=cast(User, request.user))
            return redirect("attempt", key=attempt.key)
        except RefusedError as refused:
            messages.error(request, " ".join(refused.messages))
    return redirect(url_for(quiz))


@require_form
@signed_in_to_write
def attempt(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask the questions, keep the answers, hand them in; after that, show the result."""
    user = cast(User, request.user)
    found = get_object_or_404(Attempt, key=key, user=user)
    outcome = None
    if request.method == "POST":
        if not request.accepts("text/html"):
            return save_quietly(request, found)
        outcome = take(request, found)
        if outcome == Outcome.DONE:
            return redirect("attempt", key=key)
        found.refresh_from_db()
    elif typed := typed_before(request, user):
        found.answers = found.answers | answers_in(typed, found.frozen)
    if not found.submitted_at and found.is_over:
        found = actions.submit(key=key)
    return page(request, found, outcome)


def page(request: HttpRequest, found: Attempt, outcome: Outcome | None) -> TemplateResponse:
    """Return the result of an attempt that is handed in, else its questions."""
    language = found.frozen.readable_in(get_language() or "")
    context: dict[str, Any] = {
        "attempt": found,
        "language": language,
        "is_in_readers_language": language == get_language(),
        "quiz_url": url_of(found.quiz),
    }
    if found.submitted_at:
        result = Result(found, language)
        programme_url = url_of(result.completed) if result.completed else ""
        following = next_step(found.user, result)
        context |= {"result": result, "programme_url": programme_url, "following": following}
        return TemplateResponse(request, "training/result.html", context)
    context["is_asked_twice"] = outcome == Outcome.UNSURE
    status = HTTPStatus.BAD_REQUEST if outcome == Outcome.REFUSED else HTTPStatus.OK
    return TemplateResponse(request, "training/attempt.html", context, status=status)


def next_step(user: User, result: Result) -> Item | None:
    """Return where the person goes on in the programme of a quiz; None at its end."""
    if not result.quiz:
        return None
    key = programme_key_of(result.quiz)
    row = best_translation(key)
    return next_in(user, [row]).get(key) if row else None


def keep(request: HttpRequest, found: Attempt) -> tuple[Attempt, list[str]]:
    """Keep the answers that were sent; return the attempt and what was refused of them.

    Raises RefusedError when it is handed in or over.
    """
    version = request.POST.get("version", "")
    return actions.save(
        key=found.key,
        answers=answers_in(request.POST, found.frozen),
        version=int(version) if version.isdecimal() else 0,
    )


def save_quietly(request: HttpRequest, found: Attempt) -> JsonResponse:
    """Keep what the page's script sends while somebody answers; nothing is handed in."""
    try:
        kept, _refused = keep(request, found)
    except RefusedError as error:
        return JsonResponse({"problem": " ".join(error.messages)}, status=HTTPStatus.CONFLICT)
    return JsonResponse({"version": kept.version})


def take(request: HttpRequest, found: Attempt) -> Outcome:
    """Keep what was sent, hand it in if that was asked, and say how it went."""
    try:
        kept, refused = keep(request, found)
    except RefusedError as error:
        messages.warning(request, " ".join(error.messages))
        return Outcome.DONE
    if refused:
        messages.error(
            request,
            _(
                "Some of what was sent does not belong to this quiz and was left out. All other "
                "answers were saved."
            ),
        )
        return Outcome.REFUSED
    if "hand-in" not in request.POST:
        messages.success(
            request, _("Your answers were saved. You can go on later, also on another device.")
        )
    elif kept.unanswered and "sure" not in request.POST:
        messages.warning(
            request,
            _("Some questions have no answer yet. Your answers were saved, nothing is handed in."),
        )
        return Outcome.UNSURE
    else:
        actions.submit(key=found.key)
    return Outcome.DONE
