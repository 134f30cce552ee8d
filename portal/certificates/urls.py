"""The addresses of certificates: where anybody checks one, and where its holder has it."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from portal.certificates import views

urlpatterns = [
    path(_("certificate/"), views.check, name="check_certificate"),
    path(_("certificate/<str:code>/"), views.check, name="certificate"),
    path(_("account/certificates/<int:pk>/"), views.mine, name="my_certificate"),
    path(_("account/certificates/<int:pk>/paper.pdf"), views.paper, name="certificate_paper"),
    path(_("account/certificates/<int:pk>/name/"), views.show_name, name="certificate_name"),
    path(_("account/certificates/<int:pk>/withdraw/"), views.withdraw, name="withdraw_certificate"),
]
