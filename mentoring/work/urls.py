"""Addresses of what a pair works with, in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from mentoring.work import goal_views, session_views, views

urlpatterns = [
    path(
        _("mentoring/pair/<uuid:key>/meetings/"),
        session_views.session_list,
        name="mentoring_sessions",
    ),
    path(
        _("mentoring/pair/<uuid:key>/meetings/<uuid:session>/"),
        session_views.session_page,
        name="mentoring_session",
    ),
    path(
        _("mentoring/meeting/calendar/<str:token>/"),
        session_views.calendar,
        name="mentoring_calendar",
    ),
    path(_("mentoring/pair/<uuid:key>/goals/"), goal_views.goal_list, name="mentoring_goals"),
    path(
        _("mentoring/pair/<uuid:key>/goals/<uuid:line>/"),
        goal_views.goal_page,
        name="mentoring_goal",
    ),
    path(
        _("mentoring/pair/<uuid:key>/goals/<uuid:line>/words/"),
        goal_views.words,
        name="mentoring_goal_words",
    ),
    path(_("mentoring/pair/<uuid:key>/feedback/"), views.feedback_page, name="mentoring_feedback"),
    path(_("mentoring/pair/<uuid:key>/ending/"), views.ending, name="mentoring_ending"),
    path(
        _("mentoring/pair/<uuid:key>/certificate/"),
        views.certificate,
        name="mentoring_certificate",
    ),
    path(_("mentoring/pair/<uuid:key>/copy/"), views.export, name="mentoring_export"),
]
