"""A lesson: what is read and done in one sitting."""

from typing import Any, cast

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField
from wagtail.search import index

from knowledgebase.training.around import around
from knowledgebase.training.blocks import lesson_field
from knowledgebase.training.learning.actions import note_opened
from knowledgebase.training.learning.progress import Written
from knowledgebase.training.trying import Trying
from portal.accounts.models import User
from portal.blocks.text import PROSE
from portal.pages import PublicPage
from portal.synchronised import synchronised
from search.content import Searchable


class LessonPage(Searchable, PublicPage):
    """Read by everybody unless an editor restricts it; who signs in keeps what they did."""

    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=15, help_text=_("How long it takes, with everything to do in it.")
    )
    body = lesson_field()
    notes_for_trainers = RichTextField(
        _("notes for trainers"),
        blank=True,
        features=PROSE,
        help_text=_("How to hold the lesson with a group. Only trainers and editors read this."),
    )

    search_kind = "lesson"
    search_kind_label = _("Lessons")
    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    share_look = "walnut"
    parent_page_types = ["training.ModulePage"]
    subpage_types: list[str] = []
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("minutes"),
        FieldPanel("body"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("The lesson")),
            ObjectList([FieldPanel("notes_for_trainers")], heading=_("For trainers")),
            ObjectList(PublicPage.promote_panels, heading=_("Promote")),
            ObjectList(PublicPage.settings_panels, heading=_("Review")),
        ]
    )
    override_translatable_fields = [
        *PublicPage.override_translatable_fields,
        *synchronised("minutes"),
    ]

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the programme around the lesson, and what the address says was tried."""
        context = super().get_context(request, *args, **kwargs)
        context |= around(context, request)
        context["trying"] = Trying(request.GET)
        if context["progress"]:
            context["written"] = Written(cast(User, request.user), self.translation_key)
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Remember that somebody who is signed in was here."""
        response: Any = super().serve(request, *args, **kwargs)
        programme = response.context_data["outline"].programme
        progress = response.context_data["progress"]
        if programme and progress and not progress.has_opened(self.translation_key):
            note_opened(
                user=cast(User, request.user), lesson=self.translation_key, programme=programme.key
            )
        return response
