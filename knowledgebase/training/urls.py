"""Addresses of what people do in training, in each language."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.analysis.views import item_analysis
from knowledgebase.training.attempts import views as attempts
from knowledgebase.training.learning import views as learning

urlpatterns = [
    path(_("training/programme/<uuid:key>/"), learning.enrolment, name="enrolment"),
    path(_("training/lesson/<uuid:key>/"), learning.done, name="lesson_done"),
    path(_("training/lesson/<uuid:key>/note/<slug:block>/"), learning.note, name="lesson_note"),
    path(_("training/lesson/<uuid:key>/task/<slug:block>/"), learning.hand_in, name="lesson_task"),
    path(_("training/quiz/<uuid:key>/"), attempts.start, name="attempt_start"),
    path(_("training/quiz/<uuid:key>/analysis/"), item_analysis, name="item_analysis"),
    path(
        _("training/lesson/<uuid:key>/for-trainers/"),
        learning.for_trainers,
        name="lesson_for_trainers",
    ),
    path(_("training/attempt/<uuid:key>/"), attempts.attempt, name="attempt"),
    path("", include("knowledgebase.training.cohorts.urls")),
]
