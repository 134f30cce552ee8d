"""Addresses of what people do in training, in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.attempts import views as attempts

urlpatterns = [
    path(_("training/quiz/<uuid:key>/"), attempts.start, name="attempt_start"),
    path(_("training/attempt/<uuid:key>/"), attempts.attempt, name="attempt"),
]
