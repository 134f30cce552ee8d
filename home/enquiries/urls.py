"""Addresses of the contact form, in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from home.enquiries import views

urlpatterns = [
    path(_("write-to-us/"), views.write, name="enquiry_write"),
    path(_("write-to-us/sent/"), views.sent, name="enquiry_sent"),
]
