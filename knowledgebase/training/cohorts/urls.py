"""Addresses of cohorts, in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.cohorts import (
    group_views,
    join_views,
    list_views,
    message_views,
    people_views,
    person_views,
    progress_views,
    session_views,
    task_views,
    trainer_views,
    views,
)
from knowledgebase.training.cohorts.evaluation import cohort_evaluation

urlpatterns = [
    path(_("training/groups/"), views.cohorts, name="cohorts"),
    path(_("training/groups/new/"), views.new_cohort, name="new_cohort"),
    path(_("training/groups/<uuid:key>/"), views.cohort, name="cohort"),
    path(_("training/groups/<uuid:key>/evaluation/"), cohort_evaluation, name="cohort_evaluation"),
    path(_("training/groups/<uuid:key>/settings/"), views.cohort_settings, name="cohort_settings"),
    path(_("training/groups/<uuid:key>/close/"), views.close_cohort, name="close_cohort"),
    path(
        _("training/groups/<uuid:key>/sessions/"),
        session_views.cohort_sessions,
        name="cohort_sessions",
    ),
    path(
        _("training/groups/<uuid:key>/sessions/new/"), session_views.new_session, name="new_session"
    ),
    path(
        _("training/groups/<uuid:key>/sessions/<uuid:session>/"),
        session_views.change_session,
        name="change_session",
    ),
    path(
        _("training/groups/<uuid:key>/sessions/<uuid:session>/cancel/"),
        session_views.cancel_session,
        name="cancel_session",
    ),
    path(
        _("training/groups/<uuid:key>/sessions/<uuid:session>/attendance/"),
        session_views.attendance,
        name="attendance",
    ),
    path(
        _("training/groups/<uuid:key>/messages/"),
        message_views.cohort_messages,
        name="cohort_messages",
    ),
    path(_("training/group/<uuid:key>/"), group_views.group, name="group"),
    path(
        _("training/group/<uuid:key>/calendar/"), group_views.group_calendar, name="group_calendar"
    ),
    path(
        _("training/group/<uuid:key>/calendar/<uuid:session>/"),
        group_views.group_calendar,
        name="session_calendar",
    ),
    path(
        _("training/groups/<uuid:key>/progress/"), progress_views.progress, name="cohort_progress"
    ),
    path(
        _("training/groups/<uuid:key>/progress/objectives/"),
        progress_views.gain,
        name="cohort_gain",
    ),
    path(
        _("training/groups/<uuid:key>/progress/table/"),
        progress_views.export,
        name="cohort_export",
    ),
    path(
        _("training/groups/<uuid:key>/progress/<uuid:person>/"),
        person_views.person,
        name="cohort_progress_of",
    ),
    path(
        _("training/groups/<uuid:key>/progress/<uuid:person>/exceptions/<int:pk>/"),
        person_views.concession,
        name="cohort_concession",
    ),
    path(_("training/groups/<uuid:key>/tasks/"), task_views.tasks, name="cohort_tasks"),
    path(_("training/groups/<uuid:key>/tasks/<uuid:task>/"), task_views.task, name="cohort_task"),
    path(_("training/groups/<uuid:key>/people/"), people_views.cohort_people, name="cohort_people"),
    path(
        _("training/groups/<uuid:key>/people/link/"), people_views.cohort_link, name="cohort_link"
    ),
    path(
        _("training/groups/<uuid:key>/people/<uuid:person>/"),
        people_views.cohort_person,
        name="cohort_person",
    ),
    path(_("training/groups/<uuid:key>/invite/"), list_views.cohort_invite, name="cohort_invite"),
    path(
        _("training/groups/<uuid:key>/invitations/<int:pk>/"),
        people_views.cohort_invitation,
        name="cohort_invitation",
    ),
    path(
        _("training/groups/<uuid:key>/trainers/"),
        trainer_views.cohort_trainers,
        name="cohort_trainers",
    ),
    path(_("training/groups/join/<str:code>/"), join_views.join_cohort, name="join_cohort"),
    path(_("training/group/<uuid:key>/leave/"), join_views.leave_group, name="leave_group"),
]
