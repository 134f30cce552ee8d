"""The goals of a pair and the steps to them: added, ticked, reworded, removed and brought back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from mentoring.models import Goal, GoalStep
from mentoring.models.goal import MOST_GOALS, MOST_STEPS
from mentoring.pairs.open import why_closed
from mentoring.pairs.reading import Pair, pair_of
from mentoring.profiles.reading import members, mine
from mentoring.requests.views import tell_refusal
from mentoring.work import goals
from mentoring.work.forms import LineForm
from mentoring.work.progress import Progress, goals_of, line_of
from portal.accounts.typed import typed_before
from portal.methods import require_form
from portal.publishing.refusals import RefusedError

NEW_GOAL = gettext_lazy("A new goal")
NEW_STEP = gettext_lazy("A new step")
CLICKS: dict[str, Callable[..., None]] = {
    "done": lambda line: goals.tick(step=_step(line), is_done=True),
    "undone": lambda line: goals.tick(step=_step(line), is_done=False),
    "remove": lambda line: goals.remove(line=line),
    "bring_back": lambda line: goals.bring_back(line=line),
}


def _step(line: Goal | GoalStep) -> GoalStep:
    if not isinstance(line, GoalStep):
        raise Http404
    return line


@require_form
@members
@never_cache
def goal_list(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the goals of a pair with their progress, and add a goal."""
    pair = pair_of(mine(request), key)
    closed = why_closed(pair.request)
    form = _form(request, pair, NEW_GOAL)
    if form.is_bound and _saved(
        form,
        closed,
        lambda: goals.add_goal(pair=pair.request, by=pair.role, text=form.cleaned_data["text"]),
    ):
        messages.success(request, _("The goal was added. Now add the first step to it."))
        return redirect("mentoring_goals", key)
    there, removed = goals_of(pair.request)
    context = {
        "pair": pair,
        "closed": closed,
        "goals": there,
        "removed": removed,
        "progress": Progress.of(step for goal in there for step in goal.steps),
        "most_steps": MOST_STEPS,
        "has_room": len(there) < MOST_GOALS,
        "form": form,
    }
    return TemplateResponse(request, "mentoring/work/goals.html", context)


@require_form
@members
@never_cache
def goal_page(request: HttpRequest, key: UUID, line: UUID) -> HttpResponse:
    """Add a step to a goal, or do with a goal or step what a click says."""
    pair = pair_of(mine(request), key)
    found, step = line_of(pair.request, line), request.POST.get("step", "")
    if step in CLICKS:
        try:
            CLICKS[step](found)
        except RefusedError as refused:
            tell_refusal(request, refused)
        return redirect(_place(pair, found))
    if not isinstance(found, Goal):
        raise Http404
    goal, closed = found, why_closed(pair.request)
    form = _form(request, pair, NEW_STEP)
    if form.is_bound and _saved(
        form,
        closed,
        lambda: goals.add_step(goal=goal, by=pair.role, text=form.cleaned_data["text"]),
    ):
        return redirect(_place(pair, goal))
    return _line_page(request, pair, goal, form, title=_("Add a step"), closed=closed)


@require_form
@members
@never_cache
def words(request: HttpRequest, key: UUID, line: UUID) -> HttpResponse:
    """Give a goal or step other words."""
    pair = pair_of(mine(request), key)
    found, closed = line_of(pair.request, line), why_closed(pair.request)
    label = _("The goal") if isinstance(found, Goal) else _("The step")
    form = _form(request, pair, label, {"text": found.text, "was": found.text})
    if form.is_bound and _saved(form, closed, lambda: _save_words(pair, found, form)):
        return redirect(_place(pair, found))
    return _line_page(request, pair, found, form, title=_("Change the words"), closed=closed)


def _save_words(pair: Pair, line: Goal | GoalStep, form: LineForm) -> None:
    said = form.cleaned_data
    try:
        goals.reword(line=line, by=pair.role, text=said["text"], was=said["was"])
    except goals.ChangedMeanwhileError:
        # Shown beside it now, so that the next time it is replaced knowingly.
        data: Any = form.data
        form.data = data.dict() | {"was": line_of(pair.request, line.key).text}
        raise


def _line_page(
    request: HttpRequest,
    pair: Pair,
    line: Goal | GoalStep,
    form: LineForm,
    **about: str,
) -> HttpResponse:
    context = {"pair": pair, "line": line, "form": form, **about}
    return TemplateResponse(request, "mentoring/work/line.html", context)


def _form(
    request: HttpRequest, pair: Pair, label: Any, before: dict[str, str] | None = None
) -> LineForm:
    """Return the form of a line: as it is sent, else with what was typed before."""
    if request.method == "POST":
        return LineForm(request.POST, label=label)
    typed = typed_before(request, pair.me.user)
    return LineForm(initial=typed.dict() if typed else before, label=label)


def _saved(form: LineForm, closed: str, save: Callable[[], object]) -> bool:
    """Save what is typed if it is valid; return whether that was done."""
    if closed:
        form.add_error(None, closed)
        return False
    if not form.is_valid():
        return False
    try:
        save()
    except RefusedError as refused:
        form.add_error(None, refused.messages)
        return False
    return True


def _place(pair: Pair, line: Goal | GoalStep) -> str:
    """Return where the goal stands in the list."""
    goal = line if isinstance(line, Goal) else line.goal
    return f"{reverse('mentoring_goals', args=[pair.request.key])}#{goal.key}"
