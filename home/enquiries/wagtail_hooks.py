"""What messages add to the admin beside their list: each message, and their subjects."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.enquiries.desk import EnquiryView, EraseEnquiryView
from home.enquiries.models import Subject


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give each message its addresses."""
    before = "reports/enquiries/<int:pk>"
    return [
        path(f"{before}/", EnquiryView.as_view(), name="enquiry"),
        path(f"{before}/erase/", EraseEnquiryView.as_view(), name="erase_enquiry"),
    ]


class SubjectViewSet(SnippetViewSet):
    """Subjects with who reads each, among the settings."""

    model = Subject
    icon = "mail"
    menu_label = _("Subjects of the contact form")
    list_display = ["name", "locale"]
    add_to_settings_menu = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Subject]:
        """Return the subjects, each with its language."""
        return Subject.objects.select_related("locale")


register_snippet(SubjectViewSet)
