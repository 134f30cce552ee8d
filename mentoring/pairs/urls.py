"""Addresses of pairs, in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from mentoring.pairs import message_views, views

urlpatterns = [
    path(_("mentoring/pair/<uuid:key>/"), views.workspace, name="mentoring_pair"),
    path(_("mentoring/pair/<uuid:key>/agreement/"), views.agreement, name="mentoring_agreement"),
    path(
        _("mentoring/pair/<uuid:key>/messages/"),
        message_views.conversation,
        name="mentoring_messages",
    ),
    path(
        _("mentoring/pair/<uuid:key>/messages/<uuid:message>/take-back/"),
        message_views.take_back,
        name="mentoring_take_back",
    ),
    path(
        _("mentoring/pair/<uuid:key>/file/<str:token>/"),
        message_views.file,
        name="mentoring_file",
    ),
]
