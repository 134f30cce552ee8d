"""The list of certificates for administrators, and for who looks after some of them for a room."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column

from portal.certificates.codes import read_code
from portal.certificates.kinds import REISSUE, REVOKE, kinds
from portal.certificates.models import Certificate
from portal.report import Report


def choices(request: HttpRequest | None = None) -> list[tuple[str, Any]]:
    """Return the kinds that there are, to choose from."""
    return [(kind.key, kind.name) for kind in kinds().values()]


class CertificatesFilterSet(WagtailFilterSet):
    """Of which kind."""

    kind = django_filters.ChoiceFilter(label=gettext_lazy("Kind"), choices=choices)

    class Meta:
        model = Certificate
        fields: list[str] = []


class WhatToDo(BaseColumn):
    """The ways to what may still be done with a certificate."""

    def render_cell_html(self, instance: Certificate, parent_context: Any) -> SafeString:
        """Return links for whoever may, each with the code for those who hear the page."""
        user = parent_context["request"].user
        ways = [
            ("certificate_paper", _("Download (PDF)"), True),
            ("reissue_certificate", _("Issue again"), user.has_perm(REISSUE)),
            ("revoke_certificate", _("Revoke the certificate"), user.has_perm(REVOKE)),
        ]
        links = [
            (reverse(name, args=[instance.pk]), text, instance.code_in_groups, text)
            for name, text, is_allowed in ways
            if is_allowed and instance.is_current
        ]
        cell = format_html_join(" · ", '<a href="{}" aria-label="{}: {}">{}</a>', links)
        return format_html("<td>{}</td>", cell)


class CertificatesView(Report):
    """Every certificate, found by its code or by the name on it, the newest first."""

    model = Certificate
    page_title = gettext_lazy("Certificates")
    header_icon = "doc-full"
    name = "certificates"
    any_permission_required = ["view"]
    filterset_class = CertificatesFilterSet
    is_searchable = True
    list_export: list[str] = []
    columns = [
        Column("name", label=gettext_lazy("Name"), width="25%"),
        Column("title", label=gettext_lazy("Programme")),
        Column("code", label=gettext_lazy("Code"), accessor="code_in_groups"),
        Column(
            "issued_on",
            label=gettext_lazy("Issued on"),
            accessor=lambda each: date_format(each.issued_on),
        ),
        Column("state", label=gettext_lazy("State"), accessor=lambda each: each.state.label),
        WhatToDo("ways", label=gettext_lazy("What to do")),
    ]

    def get_base_queryset(self) -> QuerySet[Certificate]:
        """Return what the person looks after."""
        return Certificate.objects.looked_after_by(self.request.user).distinct()

    def search_queryset(self, queryset: QuerySet[Certificate]) -> QuerySet[Certificate]:
        """Find a code however it is typed, and a name by any part of it."""
        typed = self.search_query
        if not typed:
            return queryset
        return queryset.filter(Q(name__icontains=typed) | Q(code=read_code(typed)))


REPORTS = [CertificatesView]
