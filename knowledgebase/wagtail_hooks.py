"""The editors' menu for references, terms and readers' answers."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from knowledgebase.models import Feedback, GlossaryTerm, Reference
from portal.translating.viewsets import TRANSLATION, TranslatedViewSet


class ReferenceViewSet(SnippetViewSet):
    """References, found by key, author and title."""

    model = Reference
    icon = "openquote"
    list_display = ["key", "title", "authors", "year"]


class GlossaryTermViewSet(TranslatedViewSet):
    """Terms of the glossary."""

    model = GlossaryTerm
    icon = "list-ul"
    list_display = ["name", "locale", "abbreviation", LiveStatusTagColumn(), TRANSLATION]


class KnowledgeGroup(SnippetViewSetGroup):
    """What the texts of the knowledge base share."""

    menu_label = _("References, terms")
    menu_icon = "list-ul"
    menu_order = 310
    items = [ReferenceViewSet, GlossaryTermViewSet]


register_snippet(KnowledgeGroup)


class FeedbackPolicy(ModelPermissionPolicy):
    """Answers come from readers alone."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether the person may do this with answers; nobody may add one."""
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(Feedback, FeedbackPolicy(Feedback))


class FeedbackViewSet(ModelViewSet):
    """Readers' answers, of which a sentence may be mended or removed that names somebody."""

    model = Feedback
    icon = "help"
    menu_label = _("Readers' answers")
    menu_order = 320
    add_to_admin_menu = False
    copy_view_enabled = False
    list_display = ["sentence", "day", "language", "is_useful"]
    list_filter = ["translation_key", "language", "is_useful"]
    panels = [FieldPanel("sentence")]


@hooks.register("register_admin_viewset")
def register_feedback() -> FeedbackViewSet:
    """Give readers' answers their addresses below /admin/feedback/."""
    return FeedbackViewSet("feedback", url_prefix="feedback")
