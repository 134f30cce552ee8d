"""Lists of terms that show how far each translation is."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.translating.tags import StateColumn, with_state


class TranslatedViewSet(SnippetViewSet):
    """The viewset of a kind of terms that is translated; `list_display` begins with its name."""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the terms, each with the state of its translation."""
        return with_state(self.model._default_manager.all())


TRANSLATION = StateColumn("translation_state", label=_("Translation"))
