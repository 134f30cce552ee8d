"""The admin's pages of messages: the list, and each with how to answer it without danger."""

from typing import Any

from django.db.models import F, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, Table, TitleColumn

from home.enquiries.actions import close, erase
from home.enquiries.forms import CloseForm
from home.enquiries.models import Enquiry, Reply
from home.enquiries.roles import HANDLE
from portal.accounts.admin.confirming import ConfirmFormView, ConfirmView
from portal.languages import language_name
from portal.report import Report, day_of, facts


class Enquiries(Report):
    """What waits, the oldest first, then what was dealt with."""

    model = Enquiry
    page_title = _("Messages from the contact form")
    header_icon = "mail"
    name = "enquiries"
    waiting = ngettext_lazy(
        "%(count)s message is waiting for an answer",
        "%(count)s messages are waiting for an answer",
        "count",
    )
    any_permission_required = ["handle"]
    empty = _("Nobody has written yet.")
    is_searchable = False
    list_export: list[str] = []
    columns = [
        TitleColumn(
            "about", label=_("Subject"), get_url=lambda row: reverse("enquiry", args=[row.pk])
        ),
        Column("reply", label=_("Reply"), accessor="get_reply_display"),
        DateColumn("sent_at", label=_("Sent")),
        Column("state", label=_("State")),
        Column("read_by", label=_("Who reads it")),
    ]

    def get_queryset(self) -> QuerySet[Enquiry]:
        """Return what the reader may read."""
        rows = Enquiry.objects.handled_by(self.request.user).select_related("subject")
        return rows.with_people().order_by(F("closed_at").desc(nulls_first=True), "sent_at", "pk")

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many wait for somebody."""
        return Enquiry.objects.handled_by(user).open().count()


class OfEnquiry:
    """A view about one message; it is not found by whoever may not read it."""

    kwargs: dict[str, Any]
    request: Any
    header_icon = "mail"

    def is_allowed(self) -> bool:
        """Whether who asks may read messages at all."""
        return self.request.user.has_perm(HANDLE)

    @cached_property
    def enquiry(self) -> Enquiry:
        """The message; raises Http404."""
        rows = Enquiry.objects.handled_by(self.request.user).with_people()
        return get_object_or_404(rows.select_related("subject", "closed_by"), pk=self.kwargs["pk"])

    @property
    def subject(self) -> str:
        """What it is about."""
        return self.enquiry.about


class EnquiryView(OfEnquiry, ConfirmFormView):
    page_title = _("Message from the contact form")
    question = _(
        "Answer only in the way and at the time that the sender chose. Do not mention this site "
        "or what it is about in the subject of a mail, on voice mail or to anybody else."
    )
    button = _("Save")
    done = _("It was saved. The message is deleted six months from now.")

    @property
    def back(self) -> str:
        """The list."""
        return reverse("enquiries")

    @cached_property
    def form(self) -> CloseForm:
        """What became of it."""
        return CloseForm(self.request.POST or None)

    def act(self) -> None:
        """Close it; raises RefusedError if somebody has."""
        close(enquiry=self.enquiry, by=self.administrator, **self.form.cleaned_data)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the message; what was closed stays so."""
        over: dict[str, Any] = {"form": None, "button": "", "question": ""}
        closed = over if self.enquiry.closed_at else {}
        return super().get_context_data(**kwargs) | closed | {"details": facts_of(self.enquiry)}


class EraseEnquiryView(OfEnquiry, ConfirmView):
    page_title = _("Erase the message")
    question = _("The message and all that its sender said are deleted for good.")
    button = _("Erase")
    done = _("The message was erased.")

    @property
    def back(self) -> str:
        """The list, for afterwards the message is no more."""
        return reverse("enquiries")

    def act(self) -> None:
        """Erase it."""
        erase(enquiry=self.enquiry, by=self.administrator)


def facts_of(enquiry: Enquiry) -> Table:
    """Return what is known of a message: how to answer first, then what it says."""
    calls = enquiry.reply == Reply.TELEPHONE
    leave = gettext("yes") if enquiry.may_leave_message else gettext("no, say nothing to anybody")
    return facts(
        [
            (gettext("Reply"), enquiry.get_reply_display()),
            (gettext("When a reply is safe"), enquiry.safe_time),
            (gettext("E-mail address"), enquiry.email),
            (gettext("Telephone number"), enquiry.telephone),
            (gettext("Leave a message"), leave if calls else ""),
            (gettext("Name"), enquiry.name),
            (gettext("Language"), language_name(enquiry.language)),
            (gettext("Message"), in_paragraphs(enquiry.message)),
            (gettext("Sent"), day_of(enquiry.sent_at)),
            (gettext("State"), enquiry.state),
            (gettext("Closed on"), day_of(enquiry.closed_at)),
            (gettext("Closed by"), str(enquiry.closed_by or "")),
            (gettext("Who reads it"), enquiry.read_by),
            (gettext("Before its time"), way_to_erase(enquiry)),
        ]
    )


def in_paragraphs(text: str) -> SafeString:
    """Return a text of somebody with its paragraphs, and nothing of it as markup."""
    return mark_safe(linebreaks(text, autoescape=True))  # noqa: S308


def way_to_erase(enquiry: Enquiry) -> SafeString:
    """Return the link to the page that asks before it erases."""
    address = reverse("erase_enquiry", args=[enquiry.pk])
    return format_html('<a href="{}">{}</a>', address, gettext("Erase the message"))
