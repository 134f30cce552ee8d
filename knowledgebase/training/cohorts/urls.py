"""Addresses of cohorts, in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.cohorts import views

urlpatterns = [
    path(_("training/groups/"), views.cohorts, name="cohorts"),
    path(_("training/groups/new/"), views.new_cohort, name="new_cohort"),
    path(_("training/groups/<uuid:key>/"), views.cohort, name="cohort"),
    path(_("training/groups/<uuid:key>/settings/"), views.cohort_settings, name="cohort_settings"),
    path(_("training/groups/<uuid:key>/close/"), views.close_cohort, name="close_cohort"),
]
