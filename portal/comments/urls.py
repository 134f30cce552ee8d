"""The addresses of comments beside their pages."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from portal.comments import views

urlpatterns = [
    path(_("comments/<uuid:key>/"), views.listed, name="page_comments"),
    path(_("comments/<uuid:key>/write/"), views.write, name="write_comment"),
    path(_("comment/<uuid:key>/"), views.sent, name="comment_sent"),
]
