"""The editors' menu for the terms that content is filed under."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.terms.models import (
    ConsultationGroup,
    Municipality,
    Need,
    Organisation,
    Skill,
    Term,
    Theme,
)
from portal.translating.viewsets import TRANSLATION, TranslatedViewSet


def viewset(term: type[Term], icon_name: str) -> type[SnippetViewSet]:
    """Return the editing views of one kind of term."""

    class TermViewSet(TranslatedViewSet):
        model = term
        icon = icon_name
        list_display = ["name", "locale", "slug", TRANSLATION]
        search_fields = ["name"]

    return TermViewSet


class TermGroup(SnippetViewSetGroup):
    """All kinds of terms under one heading."""

    menu_label = _("Terms")
    menu_icon = "tag"
    menu_order = 300
    items = [
        viewset(Municipality, "site"),
        viewset(Organisation, "group"),
        viewset(Theme, "tag"),
        viewset(Need, "pick"),
        viewset(Skill, "tasks"),
        viewset(ConsultationGroup, "user"),
    ]


register_snippet(TermGroup)
