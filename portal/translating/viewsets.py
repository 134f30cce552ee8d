"""Lists of terms, and choosers of them, that show how far each translation is."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.translating.tags import StateColumn, with_state

TRANSLATION = StateColumn("translation_state", label=_("Translation"))


class WithState:
    """Makes a chooser's list show it; comes before Wagtail's view."""

    @property
    def columns(self) -> list[Any]:
        """The columns of Wagtail's list, and the state."""
        return [*super().columns, TRANSLATION]  # type: ignore[misc]

    def get_object_list(self) -> QuerySet:
        """Return what may be chosen, each with the state of its translation."""
        return with_state(super().get_object_list())  # type: ignore[misc]


class TranslatedChooseView(WithState, ChooseView):
    """The window in which a term is chosen."""


class TranslatedResultsView(WithState, ChooseResultsView):
    """The rows in it, which a search replaces."""


class TranslatedChooserViewSet(SnippetChooserViewSet):
    """The chooser of a kind of terms that is translated."""

    choose_view_class = TranslatedChooseView
    choose_results_view_class = TranslatedResultsView


class TranslatedViewSet(SnippetViewSet):
    """The viewset of a kind of terms that is translated; `list_display` begins with its name."""

    chooser_viewset_class = TranslatedChooserViewSet

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the terms, each with the state of its translation."""
        return with_state(self.model._default_manager.select_related("locale"))
