"""Addresses of reporting, blocking and the code of conduct, in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from mentoring.safeguarding import views

urlpatterns = [
    path(_("mentoring/report/<slug:kind>/<uuid:key>/"), views.report, name="report_to_coordinator"),
    path(_("mentoring/block/<slug:kind>/<uuid:key>/"), views.block, name="mentoring_block"),
    path(_("mentoring/blocked/"), views.blocks, name="mentoring_blocks"),
    path(_("mentoring/code-of-conduct/"), views.code, name="mentoring_code"),
]
