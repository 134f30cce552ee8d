"""Programmes, modules, lessons and quizzes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    name = "knowledgebase.training"
    label = "training"
    verbose_name = _("Training")
