"""What comments add to the admin beside their list: decisions, ready answers, the setting."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.contrib.settings.registry import register_setting
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.comments.admin import DecideView, EraseView
from portal.comments.forms import SettingsForm
from portal.comments.models import CannedReply, CommentSettings

CommentSettings.edit_handler = ObjectList([FieldPanel("kinds")], base_form_class=SettingsForm)
register_setting(CommentSettings, icon="comment", order=620)


class CannedReplyViewSet(SnippetViewSet):
    """The sentences that moderators begin an answer with."""

    model = CannedReply
    icon = "comment"
    menu_label = _("Ready answers to comments")
    list_display = ["title", "language"]
    list_filter = ["language"]
    copy_view_enabled = False
    panels = [FieldPanel("title"), FieldPanel("language"), FieldPanel("text")]


register_snippet(CannedReplyViewSet)


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give what is done with a comment its addresses."""
    before = "reports/reader-comments/<int:pk>"
    return [
        path(f"{before}/", DecideView.as_view(), name="decide_comment"),
        path(f"{before}/erase/", EraseView.as_view(), name="erase_comment"),
    ]
