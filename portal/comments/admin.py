"""The moderator's page of one comment, where it is decided on, answered and erased."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from portal.accounts.admin.confirming import ConfirmView
from portal.comments import actions
from portal.comments.forms import DecisionForm
from portal.comments.models import CannedReply, Comment, State
from portal.i18n import best_translation
from portal.languages import language_name
from portal.publishing.refusals import RefusedError

NOT_PUBLIC = gettext_lazy("The page is not public at present.")


class CommentView(ConfirmView):
    """Something that is done with a comment, by who may."""

    header_icon = "comment"
    permission: str

    def is_allowed(self) -> bool:
        """Whether their role lets the person do it."""
        return self.request.user.has_perm(self.permission)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead whoever may work on comments back to the list when this one is gone."""
        if self.is_allowed() and not Comment.objects.filter(pk=kwargs["pk"]).exists():
            messages.error(request, _("This comment was erased meanwhile."))
            return redirect(self.back)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def subject(self) -> Comment:
        """The comment."""
        rows = Comment.objects.select_related("decided_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def back(self) -> str:
        """The list."""
        return reverse("reader_comments")


class DecideView(CommentView):
    permission = "comments.decide_comment"
    page_title = gettext_lazy("Comment of a reader")
    question = gettext_lazy(
        "What you publish is read by everybody, in both languages. Publish nothing that could "
        "identify a survivor or her family."
    )
    button = gettext_lazy("Save the decision")
    done = gettext_lazy("The decision was saved.")

    @cached_property
    def form(self) -> DecisionForm:
        """The decision; it begins with what holds now, and with a ready answer that was chosen."""
        return DecisionForm(self.request.POST or None, initial=self.begin())

    def begin(self) -> dict[str, Any]:
        """Return what the form says already."""
        comment = self.subject
        asked = self.request.GET.get("answer")
        begun = {
            "version": comment.version,
            "state": comment.state,
            "reason": comment.reason,
            "reply": comment.reply,
            "reply_language": comment.reply_language or comment.language,
        }
        for each in CannedReply.objects.all():
            if str(each.pk) == asked:
                begun |= {"state": State.PUBLISHED, "reply": each.text}
                begun |= {"reply_language": each.language}
        return begun

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it if the form is filled in and nobody was faster; otherwise keep what was typed."""
        if self.form.is_valid():
            try:
                return super().post(request, *args, **kwargs)
            except RefusedError as refused:
                self.form.add_error(None, refused.messages)
                self.show_what_holds_now()
        return self.get(request, *args, **kwargs)

    def act(self) -> None:
        """Decide."""
        actions.decide(
            comment=self.subject,
            by=self.administrator,
            version=self.form.cleaned_data["version"],
            decision=self.form.decision,
        )

    def show_what_holds_now(self) -> None:
        """Let the person save again, knowing what somebody else decided."""
        del self.subject
        self.form.data = self.request.POST.dict() | {"version": str(self.subject.version)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the comment above the form."""
        return super().get_context_data(form=self.form, details=Details(self.subject), **kwargs)


class EraseView(CommentView):
    permission = "comments.erase_comment"
    page_title = gettext_lazy("Erase the comment")
    question = gettext_lazy(
        "The comment and our answer to it are deleted for good, also from the page. Do this when "
        "whoever wrote it asks for it. This cannot be undone."
    )
    button = gettext_lazy("Erase the comment")
    done = gettext_lazy("The comment was erased.")

    def act(self) -> None:
        """Erase it."""
        actions.erase(comment=self.subject, by=self.administrator)


class Details(Component):
    """A comment as a moderator reads it, with the ways to what else can be done."""

    def __init__(self, comment: Comment) -> None:
        self.comment = comment

    def render_html(self, parent_context: Any = None) -> SafeString:
        """Return the words, what is known about them, and ready answers in their language."""
        comment = self.comment
        return format_html(
            '<blockquote class="desk-words" lang="{}">{}</blockquote><dl>{}</dl>{}<p>{}</p>',
            comment.language,
            mark_safe(linebreaks(comment.text, autoescape=True)),  # noqa: S308
            format_html_join("", "<dt>{}</dt><dd>{}</dd>", self.facts()),
            self.ready_answers(),
            format_html(
                '<a href="{}">{}</a>',
                reverse("erase_comment", args=[comment.pk]),
                _("Erase the comment"),
            ),
        )

    def facts(self) -> list[tuple[str, Any]]:
        """Return what is known about the comment."""
        comment = self.comment
        row = best_translation(comment.translation_key)
        page = format_html('<a href="{}">{}</a>', row.url, row.title) if row else NOT_PUBLIC
        written = date_format(localtime(comment.written_at), "DATETIME_FORMAT")
        facts: list[tuple[str, Any]] = [
            (_("Name"), comment.name),
            (_("Page"), page),
            (_("Written on"), written),
            (_("Language"), language_name(comment.language)),
            (_("State"), comment.get_state_display()),
        ]
        if comment.decided_at:
            facts.append((_("Decided by"), str(comment.decided_by or "–")))
        wish = _("Asked for; we write once.") if comment.email else _("Not asked for, or sent.")
        return [*facts, (_("E-mail with the answer"), wish)]

    def ready_answers(self) -> SafeString:
        """Return links that begin the answer with a sentence of the moderators' own."""
        found = CannedReply.objects.filter(language=self.comment.language)
        links = [(f"?answer={each.pk}", each.title) for each in found]
        if not links:
            return SafeString()
        items = format_html_join("", '<li><a href="{}">{}</a></li>', links)
        return format_html("<h2>{}</h2><ul>{}</ul>", _("Begin with a ready answer"), items)
