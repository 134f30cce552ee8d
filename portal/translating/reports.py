"""The report of translations: every public page and term, the most urgent and oldest first."""

from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail_localize.models import Translation

from portal.report import DayColumn, Report
from portal.translating.models import ICON, Review, State, TranslationState
from portal.translating.tags import StateColumn


def kinds(request: HttpRequest | None = None) -> list[tuple[int, str]]:
    """Return the kinds of pages and terms that there are, to choose from."""
    ids = TranslationState.objects.order_by().values("content_type").distinct()
    found = ContentType.objects.filter(pk__in=ids)
    return sorted(((each.pk, capfirst(str(each.name))) for each in found), key=lambda kind: kind[1])


class TranslationsFilterSet(WagtailFilterSet):
    """How far, and of what kind."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=State.choices)
    content_type = django_filters.ChoiceFilter(label=_("Kind"), choices=kinds)

    class Meta:
        model = TranslationState
        fields: list[str] = []


class TranslationsView(Report):
    """How far each translation is, with the way to what is to be done."""

    page_title = _("State of translations")
    header_icon = ICON
    name = "translation_states"
    waiting = ngettext_lazy(
        "%(count)s translation states other facts than its original",
        "%(count)s translations state other facts than their originals",
        "count",
    )
    empty = _("Nothing is public yet that could be translated.")
    permission_policy = ModelPermissionPolicy(Translation)
    any_permission_required = ["submit"]
    filterset_class = TranslationsFilterSet
    is_searchable = True
    columns = [
        TitleColumn("title", label=_("Title"), get_url=TranslationState.get_absolute_url),
        Column("kind", label=_("Kind")),
        Column("language", label=_("Language")),
        StateColumn("state", label=_("State")),
        DayColumn("since", label=_("Since")),
        Column("words", label=_("Words")),
        Column("words_left", label=_("To translate")),
    ]
    list_export = ["title", "kind", "language", "get_state_display", "since", "words", "words_left"]

    def get_base_queryset(self) -> QuerySet[TranslationState]:
        """Return everything that visitors can read in its first language."""
        rows = TranslationState.objects.filter(is_public=True).with_review().most_urgent_first()
        return rows.select_related("content_type", "locale", "translation")

    def search_queryset(self, queryset: QuerySet[TranslationState]) -> QuerySet[TranslationState]:
        """Find a title by any part of it."""
        return (
            queryset.filter(title__icontains=self.search_query) if self.search_query else queryset
        )

    @classmethod
    def failures(cls) -> int:
        """Return how many translations mislead their readers."""
        return TranslationState.objects.filter(is_public=True, state=State.URGENT).count()


class ReviewsView(Report):
    """What translators handed over, and where changes are asked for, the oldest first."""

    page_title = _("Translations waiting for review")
    header_icon = "tasks"
    name = "translation_reviews"
    waiting = ngettext_lazy(
        "%(count)s translation is waiting for you",
        "%(count)s translations are waiting for you",
        "count",
    )
    empty = _("No translation is waiting for review.")
    permission_policy = ModelPermissionPolicy(Translation)
    any_permission_required = ["submit"]
    columns = [
        TitleColumn(
            "title", label=_("Title"), accessor="of.title", get_url=Review.get_absolute_url
        ),
        Column("kind", label=_("Kind"), accessor="of.kind"),
        Column("language", label=_("Language"), accessor="of.language"),
        StateColumn("state", label=_("State"), accessor="of.state"),
        Column("status", label=_("Review"), accessor="get_status_display"),
        Column("handed_over_by", label=_("Handed over by")),
        DayColumn("handed_over_at", label=_("Since")),
    ]
    list_export = ["of.title", "of.kind", "of.language", "handed_over_by", "handed_over_at"]
    export_headings = {
        "of.title": _("Title"),
        "of.kind": _("Kind"),
        "of.language": _("Language"),
        "handed_over_by": _("Handed over by"),
        "handed_over_at": _("Since"),
    }

    def get_base_queryset(self) -> QuerySet[Review]:
        """Return what the person should do, and what they handed over themselves."""
        user = self.request.user
        mine = Review.objects.waiting().filter(handed_over_by=user)
        rows = Review.objects.waiting_for(user) | mine
        related = rows.select_related("of__content_type", "of__locale", "handed_over_by")
        return related.order_by("handed_over_at", "pk")

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many wait for this person."""
        return Review.objects.waiting_for(user).count()


REPORTS = [TranslationsView, ReviewsView]
