"""The tasks that a cohort handed in, and the page on which a trainer answers one."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from knowledgebase.training.cohorts.answering import answer, version_of
from knowledgebase.training.cohorts.person_forms import AnswerForm
from knowledgebase.training.cohorts.reading import own_cohort
from knowledgebase.training.cohorts.tasks import handed_in_to, tasks_of
from knowledgebase.training.cohorts.views import desk
from knowledgebase.training.models import HandedIn
from knowledgebase.training.models.cohort import LEAD
from knowledgebase.training.outline import whole_programme
from portal.accounts.colleagues import colleagues
from portal.accounts.models import User
from portal.accounts.typed import filling
from portal.methods import require_form
from portal.paging import requested_page
from portal.publishing.refusals import RefusedError

A_PAGE = 50


@require_safe
@colleagues(LEAD)
def tasks(request: HttpRequest, key: UUID) -> HttpResponse:
    """List what was handed in, first what waits."""
    own = own_cohort(request, key)
    programme = whole_programme(own.programme)
    rows = handed_in_to(own, programme)
    page = requested_page(Paginator(rows, A_PAGE), request.GET)
    if page is None:
        raise Http404
    waiting = rows.filter(state=HandedIn.State.WAITING).count()
    known = tasks_of(programme) if programme else {}
    return desk(
        request,
        own,
        "tasks",
        programme=programme,
        list_page=page,
        tasks=known,
        waiting=waiting,
    )


@require_form
@colleagues(LEAD)
def task(request: HttpRequest, key: UUID, task: UUID) -> HttpResponse:
    """Show one task with its answer; take the trainer's reply."""
    own, by = own_cohort(request, key), cast(User, request.user)
    programme = whole_programme(own.programme)
    rows = handed_in_to(own, programme)
    found = get_object_or_404(rows, key=task)
    form = AnswerForm(**filling(request, seen=version_of(found)))
    if form.is_valid():
        try:
            send(found, form.cleaned_data, by)
            messages.success(request, _("Your answer was sent."))
            return redirect("cohort_tasks", own.key)
        except RefusedError as refused:
            messages.error(request, " ".join(refused.messages))
            found = get_object_or_404(rows, key=task)
            form = AnswerForm(initial={**request.POST.dict(), "seen": version_of(found)})
    known = tasks_of(programme) if programme else {}
    return desk(
        request,
        own,
        "task",
        programme=programme,
        row=found,
        asked=known.get((found.lesson, found.block)),
        form=form,
    )


def send(task: HandedIn, said: dict[str, Any], by: User) -> None:
    """Answer a task as the form says; raises RefusedError."""
    answer(
        task=task,
        seen=said["seen"],
        by=by,
        is_accepted=said["decision"] == "accept",
        reply=said["reply"],
    )
