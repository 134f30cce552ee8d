"""Profiles that wait for the coordinator, and the page on which one is accepted or sent back."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.ui.tables import Column, DateColumn, Table, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from mentoring.desk.confirming import DeskFormView, DeskReport
from mentoring.models import Profile
from mentoring.models.profile import WORDED, Listing
from mentoring.profiles.photographs import respond
from mentoring.profiles.reviewing import accept, seen, send_back
from mentoring.roles import COORDINATE
from portal.accounts.admin.forms import InviteForm
from portal.accounts.inviting import invite

ACCEPT, SEND_BACK = "accept", "send_back"


def what_waits(profile: Profile) -> str:
    """Return whether a person wants to be listed, or has changed what is listed."""
    if profile.listing == Listing.LISTED:
        return gettext("Changed words")
    return gettext("A new profile")


class ProfilesToReview(DeskReport):
    """Those whose words wait, who waits longest first."""

    model = Profile
    page_title = _("Profiles to review")
    header_icon = "user"
    name = "profiles_to_review"
    waiting = ngettext_lazy(
        "%(count)s profile is waiting for you", "%(count)s profiles are waiting for you", "count"
    )
    empty = _("No profile is waiting for you.")
    columns = [
        TitleColumn(
            "name",
            label=_("Name"),
            get_url=lambda profile: reverse("review_profile", args=[profile.pk]),
        ),
        Column("what", label=_("What is waiting"), accessor=what_waits),
        DateColumn("waits_since", label=_("Waits since")),
    ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer to invite people to the programme."""
        url = reverse("invite_to_mentoring")
        return [HeaderButton(gettext("Invite people"), url=url, icon_name="mail")]

    def get_queryset(self) -> QuerySet[Profile]:
        return Profile.objects.to_review()

    @classmethod
    def failures(cls) -> int:
        """Return how many wait, which the admin's first page tells."""
        return Profile.objects.to_review().count()


class DecisionForm(forms.Form):
    """Accept a profile, or send it back and say why."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[(ACCEPT, _("Accept it")), (SEND_BACK, _("Send it back"))],
        widget=forms.RadioSelect,
    )
    because = forms.CharField(
        label=_("What the person should change"),
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Only if you send it back. The person reads it as you write it."),
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where a profile is sent back."""
        said = super().clean() or {}
        if said.get("decision") == SEND_BACK and not said.get("because"):
            self.add_error("because", gettext("Write what the person should change."))
        return said


class ReviewView(DeskFormView):
    page_title = _("Review the profile")
    header_icon = "user"
    question = _(
        "Read the text as any visitor would. Look for names of survivors, contact details, and "
        "anything else that should not be public."
    )
    button = _("Save the decision")
    done = _("Your decision was saved, and the person was told.")

    @cached_property
    def subject(self) -> Profile:
        """The profile that waits."""
        return get_object_or_404(Profile.objects.select_related("user"), pk=self.kwargs["pk"])

    @property
    def back(self) -> str:
        """The list."""
        return reverse("profiles_to_review")

    @cached_property
    def form(self) -> DecisionForm:
        """The decision about the words that stand on the page."""
        sent = self.request.POST if self.request.method == "POST" else None
        return DecisionForm(sent, initial={"seen": seen(self.subject)})

    def act(self) -> None:
        """Accept it or send it back; raises RefusedError if it waits no longer or has changed."""
        said = self.form.cleaned_data
        about = {"profile": self.subject, "mark": said["seen"], "by": self.administrator}
        if said["decision"] == ACCEPT:
            accept(**about)
        else:
            send_back(**about, because=said["because"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the words as accepted and as they are now."""
        is_waiting = bool(self.subject.waits_since)
        decision: dict[str, Any] = {} if is_waiting else {"form": None, "button": ""}
        return super().get_context_data(**kwargs) | decision | {"details": comparison(self.subject)}


def comparison(profile: Profile) -> Table:
    """Return the table of a profile's words, as they are now and, if ever, were accepted."""
    columns = [Column("label", label=_("Field")), Column("now", label=_("Now"))]
    if profile.reviewed:
        columns += [Column("before", label=_("As accepted")), Column("change", label=_("Change"))]
    return Table(columns, [*rows_of(profile)])


def in_lines(text: str) -> SafeString:
    """Return a text with the ends of its lines."""
    return linebreaksbr(text, autoescape=True)


def rows_of(profile: Profile) -> list[dict[str, Any]]:
    """Return a row for each text, and one for the photograph."""
    words = profile.words()
    rows = []
    for name in (*WORDED, "photograph"):
        now, before = words[name], profile.reviewed.get(name, "")
        if not now and not before:
            continue
        field: Any = Profile._meta.get_field(name)
        row = {
            "label": capfirst(field.verbose_name),
            "now": in_lines(now),
            "before": in_lines(before),
        }
        row["change"] = gettext("changed") if profile.reviewed and now != before else ""
        rows.append(row | (_photograph(profile, before) if name == "photograph" else {}))
    return rows


def _photograph(profile: Profile, before: str) -> dict[str, Any]:
    url = reverse("review_photograph", args=[profile.pk])
    link = format_html('<a href="{}">{}</a>', url, gettext("Look at the photograph"))
    return {
        "now": link if profile.photograph else gettext("none"),
        "before": gettext("the same") if before and before == profile.photograph.name else "",
    }


@require_safe
def review_photograph(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show the coordinator the photograph of a profile."""
    if not request.user.has_perm(COORDINATE):
        raise PermissionDenied
    return respond(get_object_or_404(Profile, pk=pk))


class InviteToMentoringForm(InviteForm):
    """Addresses alone: whoever takes part has no role on the portal."""

    role = None  # type: ignore[assignment]


class InviteView(DeskFormView):
    page_title = _("Invite people to the mentoring programme")
    header_icon = "mail"
    question = _(
        "Each gets an e-mail with a link of their own, which works once, for 14 days. It does not "
        "say what it is about, so let people know that it will come. Whoever accepts can join the "
        "programme, even while no round is open."
    )
    button = _("Send the invitations")
    done = _("The invitations were sent.")

    @property
    def back(self) -> str:
        """The list."""
        return reverse("profiles_to_review")

    @cached_property
    def form(self) -> InviteToMentoringForm:
        """Whom to invite."""
        return InviteToMentoringForm(self.request.POST or None)

    def act(self) -> None:
        """Send the invitations."""
        said = self.form.cleaned_data
        invite(
            said["addresses"],
            language=said["language"],
            by=self.administrator,
            purpose="mentoring",
        )
