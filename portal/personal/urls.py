"""The addresses of what is held about a person."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from portal.personal import views

urlpatterns = [
    path("", views.my_data, name="my_data"),
    path(_("copy/"), views.ask_for_copy, name="my_data_copy"),
    path(_("copy/<uuid:key>.<str:form>"), views.copy, name="my_data_file"),
    path(_("consent/"), views.consent, name="my_data_consent"),
    path(_("erase/"), views.erase, name="my_data_erase"),
    path(_("erased/"), views.erased, name="my_data_erased"),
]
