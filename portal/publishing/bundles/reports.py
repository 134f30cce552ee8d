"""The list of bundles, those that want somebody first."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets.button import HeaderButton

from portal.publishing.bundles.models import Bundle, State
from portal.publishing.bundles.views import ICON
from portal.report import Report


class BundlesFilterSet(WagtailFilterSet):
    """What became of them."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=State.choices)

    class Meta:
        model = Bundle
        fields: list[str] = []


class BundlesView(Report):
    """Every bundle as a card: a table would not fit a phone."""

    model = Bundle
    page_title = _("Bundles")
    header_icon = ICON
    name = "bundles"
    waiting = ngettext_lazy(
        "%(count)s bundle is waiting for you", "%(count)s bundles are waiting for you", "count"
    )
    any_permission_required = ["change"]
    results_template_name = "bundles/list_results.html"
    filterset_class = BundlesFilterSet
    is_searchable = False
    paginate_by = 20
    list_export: list[str] = []
    empty = _("Nothing is waiting to be published together.")

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer to make one."""
        return [HeaderButton(_("Make a new one"), url=reverse("add_bundle"), icon_name="plus")]

    def get_base_queryset(self) -> QuerySet[Bundle]:
        """Return the bundles with how much stands in each."""
        people = ("made_by", "scheduled_by", "ended_by")
        return Bundle.objects.most_pressing_first().with_size().select_related(*people)

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many somebody should look at."""
        return Bundle.objects.waiting_for(user).count()


REPORTS = [BundlesView]
