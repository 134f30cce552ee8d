"""The moderators' list of comments, those that wait first."""

import django_filters
from django.conf import settings
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page

from portal.comments.models import Comment, State, digest
from portal.languages import language_name, site_languages
from portal.report import DayColumn, Report

GONE = _("The page is no longer there.")


class CommentsFilterSet(WagtailFilterSet):
    """What became of them, and in which language they are."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=State.choices)
    language = django_filters.ChoiceFilter(label=_("Language"), choices=site_languages)

    class Meta:
        model = Comment
        fields: list[str] = []


def decide_url(comment: Comment) -> str:
    """Return where a moderator decides on a comment."""
    return reverse("decide_comment", args=[comment.pk])


class CommentsView(Report):
    """Every comment; one is also found by the e-mail address that was given with it."""

    model = Comment
    page_title = _("Comments of readers")
    header_icon = "comment"
    name = "reader_comments"
    waiting = ngettext_lazy(
        "%(count)s reader’s comment is waiting for a decision",
        "%(count)s readers’ comments are waiting for a decision",
        "count",
    )
    any_permission_required = ["view"]
    filterset_class = CommentsFilterSet
    is_searchable = True
    empty = _("Nobody has written a comment yet.")
    list_export: list[str] = []
    columns = [
        TitleColumn(
            "text",
            label=_("Comment"),
            accessor=lambda each: Truncator(each.text).chars(80),
            get_url=decide_url,
        ),
        Column("name", label=_("Name")),
        Column("page_title", label=_("Page"), accessor=lambda each: each.page_title or GONE),
        Column("language", label=_("Language"), accessor=lambda each: language_name(each.language)),
        DayColumn("written_at", label=_("Written on")),
        Column("state", label=_("State"), accessor="get_state_display"),
    ]

    def get_base_queryset(self) -> QuerySet[Comment]:
        """Return the comments with the titles of their pages."""
        pages = Page.objects.filter(
            translation_key=OuterRef("translation_key"),
            locale__language_code=settings.LANGUAGE_CODE,
        )
        title = Subquery(pages.values("title")[:1])
        return Comment.objects.waiting_first().annotate(page_title=title)

    def search_queryset(self, queryset: QuerySet[Comment]) -> QuerySet[Comment]:
        """Find words and names, and a whole e-mail address by its hash."""
        typed = self.search_query
        if not typed:
            return queryset
        words = Q(text__icontains=typed) | Q(name__icontains=typed)
        return queryset.filter(words | Q(author=digest(typed)))

    @classmethod
    def failures(cls) -> int:
        """Return how many wait for a decision."""
        return Comment.objects.filter(state=State.WAITING).count()


REPORTS = [CommentsView]
