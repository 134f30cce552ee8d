"""Addresses of what people do in training, in each language."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from knowledgebase.training import offline
from knowledgebase.training.analysis.views import item_analysis
from knowledgebase.training.attempts import views as attempts
from knowledgebase.training.completing import views as completing
from knowledgebase.training.figures.views import figures
from knowledgebase.training.learning import views as learning
from knowledgebase.training.papers import views as papers

urlpatterns = [
    path(_("training/programme/<uuid:key>/"), learning.enrolment, name="enrolment"),
    path(_("training/programme/<uuid:key>/certificate/"), completing.certificate, name="certify"),
    path(_("training/programme/<uuid:key>/evaluation/"), completing.evaluation, name="evaluation"),
    path(_("training/figures/"), figures, name="training_figures"),
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
    path(_("training/module/<uuid:key>/quiz-sheets/"), papers.quiz_sheets, name="quiz_sheets"),
    path(_("training/module/<uuid:key>/answers/"), papers.answer_sheets, name="answer_sheets"),
    path(_("training/programme/<uuid:key>/lessons.js"), offline.worker, name="lessons_worker"),
    path(_("training/on-this-device/"), offline.kept_lessons, name="kept_lessons"),
    path(_("training/attempt/<uuid:key>/"), attempts.attempt, name="attempt"),
    path("", include("knowledgebase.training.cohorts.urls")),
]
