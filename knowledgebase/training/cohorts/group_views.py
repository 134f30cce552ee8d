"""The page of a group for the people in it, and its sessions for their calendars."""

from typing import cast
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from knowledgebase.training.cohorts.reading import programmes
from knowledgebase.training.cohorts.session_reading import events, next_of, past_of, when
from knowledgebase.training.models import Attendance, Cohort, Enrolment
from portal.accounts.models import Message, User
from portal.calendar import calendar_response

MOST = 20  # messages


@require_safe
@login_required
def group(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show their group to somebody who is in it; nobody else learns of it."""
    user = cast(User, request.user)
    enrolment = get_object_or_404(
        Enrolment.objects.select_related("cohort"), user=user, cohort__key=key, left_at=None
    )
    cohort = cast(Cohort, enrolment.cohort)
    was_there = Exists(Attendance.objects.filter(session=OuterRef("pk"), user=user))
    past = [*past_of(cohort).filter(cancelled_at=None).annotate(was_there=was_there)]
    context = {
        "cohort": cohort,
        "programme": programmes([cohort.programme]).get(cohort.programme),
        "trainers": cohort.trainers.exclude(user__name="").values_list("user__name", flat=True),
        "coming": next_of(cohort),
        "past": past,
        "attended": sum(session.was_there for session in past),
        "written": written_to(user, cohort)[:MOST],
        "when": when,
    }
    return TemplateResponse(request, "training/group.html", context)


def written_to(user: User, cohort: Cohort) -> QuerySet[Message]:
    """Return what a person was written about a cohort, the newest first."""
    is_about_it = Q()
    for language, _name in settings.LANGUAGES:
        with override(language):
            is_about_it |= Q(link__startswith=reverse("group", args=[cohort.key]))
    return Message.objects.filter(is_about_it, to=user)


@require_safe
@login_required
def group_calendar(request: HttpRequest, key: UUID, session: UUID | None = None) -> HttpResponse:
    """Give the sessions of a group, or one, to those who are in it or lead it.

    `place` in the query asks for the places and links too.
    """
    user = cast(User, request.user)
    is_in_it = Q(enrolments__user=user, enrolments__left_at=None)
    is_led = Q(pk__in=Cohort.objects.led_by(user).values("pk"))
    cohort = get_object_or_404(Cohort.objects.filter(is_in_it | is_led).distinct(), key=key)
    planned = cohort.sessions.all()
    chosen = [get_object_or_404(planned, key=session)] if session else planned
    return calendar_response(events(chosen, with_place="place" in request.GET))
