"""The report of documents that search or visitors cannot use, and what to do about each."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from portal.media.models import Document
from portal.media.states import Processing


class DocumentProblemsView(ReportView):
    page_title = _("Documents with problems")
    header_icon = "warning"
    index_url_name = "document_problems"
    index_results_url_name = "document_problems_results"
    any_permission_required = ["change"]
    list_export = ["title", "get_processing_display", "advice"]
    export_headings = {"get_processing_display": _("Status"), "advice": _("What to do")}
    columns = [
        TitleColumn(
            "title",
            label=_("Document"),
            get_url=lambda document: reverse("wagtaildocs:edit", args=[document.pk]),
        ),
        Column("get_processing_display", label=_("Status")),
        Column("advice", label=_("What to do")),
    ]

    @cached_property
    def permission_policy(self) -> Any:
        return policy_registry.get_by_type(Document)

    def get_queryset(self) -> QuerySet[Document]:
        documents = self.permission_policy.instances_user_has_permission_for(
            self.request.user, "change"
        )
        return documents.exclude(processing=Processing.READY).order_by("processing", "title")
