"""What people send from programmes and lessons; each answers with the page that they came from."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from knowledgebase.training.learning import actions
from knowledgebase.training.learning.forms import NoteForm, TaskForm
from knowledgebase.training.models import LessonPage, ProgrammePage
from knowledgebase.training.reach import may_read, programme_key_of, source_page, url_for, url_of
from portal.accounts.colleagues import colleagues
from portal.accounts.models import User
from portal.accounts.roles import ADMIN
from portal.accounts.typed import signed_in_to_write, typed_before
from portal.i18n import best_translation
from portal.methods import require_form
from portal.publishing.refusals import RefusedError

View = Callable[..., HttpResponse]


def posted(view: View) -> View:
    """Take what a signed-in person posts; a GET, after signing in, leads to the page itself."""

    @require_form
    @signed_in_to_write
    @wraps(view)
    def wrapped(request: HttpRequest, key: UUID, **kwargs: Any) -> HttpResponse:
        if request.method == "POST":
            return view(request, key, **kwargs)
        url = url_of(key)
        if not url:
            raise Http404
        return redirect(url)

    return wrapped


@posted
def enrolment(request: HttpRequest, key: UUID) -> HttpResponse:
    """Enrol the person in a programme that is open, or let them leave it."""
    user = cast(User, request.user)
    programme = source_page(ProgrammePage, key)
    if not programme or not may_read(request, programme):
        raise Http404
    if "leave" in request.POST:
        actions.leave(user=user, programme=key)
        messages.success(request, _("You have left the programme. What you did stays yours."))
    elif programme.is_open:
        actions.join(user=user, programme=key)
        messages.success(
            request, _("You are enrolled. You can find the programme on your page too.")
        )
    else:
        raise Http404
    return redirect(url_for(programme))


def open_lesson(request: HttpRequest, key: UUID) -> tuple[LessonPage, UUID]:
    """Return the lesson in the source language and its programme's key; raises Http404."""
    lesson = source_page(LessonPage, key)
    if not lesson or not may_read(request, lesson):
        raise Http404
    return lesson, programme_key_of(lesson)


@posted
def done(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note that the person is done with a lesson, and lead them to what is next."""
    lesson, programme = open_lesson(request, key)
    is_done = "undo" not in request.POST
    completion = actions.mark_done(
        user=cast(User, request.user), lesson=key, programme=programme, is_done=is_done
    )
    if completion:
        messages.success(request, _("That was all: you have completed the programme."))
        return redirect(url_of(programme) or "my_page")
    following = request.POST.get("next", "")
    if is_done and following and (url := _url_of_text(following)):
        return redirect(url)
    return redirect(url_for(lesson))


def _url_of_text(key: str) -> str:
    try:
        return url_of(UUID(key))
    except ValueError:
        return ""


@require_form
@signed_in_to_write
def note(request: HttpRequest, key: UUID, block: str) -> HttpResponse:
    """Keep what the person wrote or ticked for themselves."""
    lesson, _programme = open_lesson(request, key)
    user, found = cast(User, request.user), block_of(lesson, block)
    value: str | list[str]
    if found.block_type == "reflection":
        if request.method != "POST":
            return came_back(request, lesson, block, NoteForm)
        form = NoteForm(request.POST)
        if not form.is_valid():
            return write_again(request, lesson, form)
        value = form.cleaned_data["text"]
    elif found.block_type == "checklist":
        if request.method != "POST":
            return back(lesson, block)
        sent = request.POST.getlist("item")
        value = [item.id for item in found.value["items"].bound_blocks if item.id in sent]
    else:
        raise Http404
    actions.keep_note(user=user, lesson=key, block=block, value=value)
    messages.success(request, _("Saved. Only you can read this."))
    return back(lesson, block)


@require_form
@signed_in_to_write
def hand_in(request: HttpRequest, key: UUID, block: str) -> HttpResponse:
    """Hand in a task to the trainer."""
    lesson, _programme = open_lesson(request, key)
    if block_of(lesson, block).block_type != "assignment":
        raise Http404
    if request.method != "POST":
        return came_back(request, lesson, block, TaskForm)
    form = TaskForm(request.POST)
    if not form.is_valid():
        return write_again(request, lesson, form)
    user, text = cast(User, request.user), form.cleaned_data["text"]
    try:
        actions.hand_in(user=user, lesson=key, block=block, text=text)
        messages.success(request, _("Your task was handed in."))
    except RefusedError as refused:
        messages.warning(request, " ".join(refused.messages))
    return back(lesson, block)


def came_back(
    request: HttpRequest, lesson: LessonPage, block: str, form: type[Form]
) -> HttpResponse:
    """Show what somebody had typed whose session ended, else the lesson."""
    typed = typed_before(request, cast(User, request.user))
    if not typed:
        return back(lesson, block)
    return write_again(request, lesson, form(initial={"text": typed.get("text", "")}))


def write_again(request: HttpRequest, lesson: LessonPage, form: Form) -> TemplateResponse:
    """Show a text with what is wrong with it, or is asked about it, on a page of its own."""
    row = best_translation(lesson.translation_key)
    context = {
        "form": form,
        "lesson_title": row.title if row else lesson.title,
        "lesson_url": url_for(lesson),
    }
    return TemplateResponse(request, "training/writing.html", context)


@require_safe
@colleagues(ADMIN)
def for_trainers(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show how to hold a lesson with a group to whoever may write it; nobody else learns of it."""
    lesson = source_page(LessonPage, key)
    if not lesson or not lesson.permissions_for_user(request.user).can_edit():
        raise Http404
    here = LessonPage.objects.filter(
        translation_key=key, locale__language_code=get_language(), live=True
    ).first()
    shown = here if here and here.notes_for_trainers else lesson
    context = {
        "lesson": shown,
        "language": shown.locale.language_code,
        "lesson_url": url_of(key),
    }
    return TemplateResponse(request, "training/for_trainers.html", context)


def block_of(lesson: LessonPage, block: str) -> Any:
    """Return the block of a lesson with this id; raises Http404."""
    found = next((each for each in lesson.body if each.id == block), None)
    if not found:
        raise Http404
    return found


def back(lesson: LessonPage, block: str) -> HttpResponse:
    """Lead back to the block of the lesson, in the language that is read."""
    return redirect(f"{url_for(lesson)}#b-{block}")
