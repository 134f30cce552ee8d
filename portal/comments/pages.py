"""Pages that readers may comment on: the base of a room's page types, and their discussion."""

from functools import cached_property
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import get_page_models

from portal.comments.models import Comment, CommentSettings
from portal.frame import Frame
from portal.pages import PublicPage
from portal.synchronised import synchronised

# So many comments stand on the page itself; a link leads to all of them.
SHOWN = 10


class CommentablePage(PublicPage):
    """A page that takes comments where editors chose its kind, until somebody closes it."""

    comments_closed = models.BooleanField(
        _("comments are closed"),
        default=False,
        help_text=_(
            "Which kinds of page take comments at all is set under Settings, Comments on pages. "
            "Comments that were published stay."
        ),
    )
    comments_until = models.DateField(
        _("last day for comments"),
        null=True,
        blank=True,
        help_text=_("After this day the page takes no new ones. Leave it empty for no last day."),
    )

    settings_panels = [
        *PublicPage.settings_panels,
        MultiFieldPanel(
            [FieldPanel("comments_closed"), FieldPanel("comments_until")], heading=_("Comments")
        ),
    ]
    override_translatable_fields = [
        *PublicPage.override_translatable_fields,
        *synchronised("comments_closed", "comments_until"),
    ]

    class Meta:
        abstract = True

    @property
    def takes_comments(self) -> bool:
        """Whether the page itself is open today; its kind is asked elsewhere."""
        is_over = self.comments_until and self.comments_until < timezone.localdate()
        return not (self.comments_closed or is_over)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what readers wrote."""
        context = super().get_context(request, *args, **kwargs)
        context["discussion"] = Discussion(self, context["frame"])
        return context


class Discussion:
    """What stands below a page: its newest comments, by one query, and the way to write one."""

    def __init__(self, page: CommentablePage, frame: Frame) -> None:
        """Read nothing yet; the addresses are those of the visitor's language."""
        self.page, self.frame = page, frame
        self.all_url = reverse("page_comments", args=[page.translation_key])
        self.write_url = reverse("write_comment", args=[page.translation_key])

    @cached_property
    def is_of_chosen_kind(self) -> bool:
        """Whether pages of this kind take comments, which the furniture's query knows."""
        return kind_of(type(self.page)) in (self.frame.furniture.comment_kinds or ())

    @cached_property
    def comments(self) -> list[Any]:
        """The newest comments, in whatever language; none where the kind takes none."""
        if not self.is_of_chosen_kind:
            return []
        key = self.page.translation_key
        return [*Comment.objects.published(key).with_total()[:SHOWN]]

    @property
    def total(self) -> int:
        """How many comments there are in all."""
        return self.comments[0].total if self.comments else 0

    @property
    def is_cut(self) -> bool:
        """Whether not all of them stand here."""
        return self.total > len(self.comments)

    @cached_property
    def is_open(self) -> bool:
        """Whether a reader may write now: what not everybody reads takes no comments."""
        is_public = any(row.readable for row in self.frame.rows if row.id == self.page.pk)
        return self.is_of_chosen_kind and self.page.takes_comments and is_public

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.comments) or self.is_open


def kind_of(model: type[CommentablePage]) -> str:
    """Return what a kind of page is called in the setting."""
    return model._meta.label_lower


def kinds() -> list[tuple[str, Any]]:
    """Return the kinds of page that can take comments, to choose from."""
    models = (model for model in get_page_models() if issubclass(model, CommentablePage))
    return [(kind_of(model), model._meta.verbose_name_plural) for model in models]


def is_chosen(model: type[CommentablePage]) -> bool:
    """Whether editors chose that pages of this kind take comments."""
    return kind_of(model) in (CommentSettings.chosen().first() or ())
