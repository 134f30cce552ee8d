"""Who was invited and what has become of it; inviting, sending again, revoking."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button, HeaderButton

from portal.accounts.admin.confirming import ConfirmView
from portal.accounts.admin.forms import InviteForm
from portal.accounts.inviting import GoneError, invite, revoke, send_again
from portal.accounts.models import Invitation, InvitationQuerySet, InvitationState
from portal.methods import require_form
from portal.publishing.refusals import RefusedError
from portal.report import day_of


class InvitationsFilterSet(WagtailFilterSet):
    """What has become of them, for what role and in which language."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=InvitationState.choices, method="in_state"
    )

    class Meta:
        model = Invitation
        fields = ["state", "role", "language"]

    def in_state(
        self, invitations: InvitationQuerySet, name: str, state: str
    ) -> InvitationQuerySet:
        """Return those of which this has become."""
        return invitations.in_state(InvitationState(state))


class InvitationsView(generic.IndexView):
    """Everybody who was invited, or asked for an account, the newest first."""

    model = Invitation
    page_title = gettext_lazy("Invitations")
    header_icon = "mail"
    index_url_name = "invitations"
    index_results_url_name = "invitations_results"
    search_fields = ["address"]
    filterset_class = InvitationsFilterSet
    default_ordering = "-created_at"

    @cached_property
    def columns(self) -> list[Column]:
        """Address with what can be done, state, and days."""
        title = self._get_title_column_class(TitleColumn)
        return [
            title("address", label=_("E-mail address"), get_url=lambda each: None),
            Column("state", label=_("State"), accessor=lambda each: each.state.label),
            Column("role", label=_("Role"), accessor="get_role_display"),
            Column("invited_by", label=_("Invited by")),
            DateColumn("sent_at", label=_("Sent")),
            Column("expires_at", label=_("Valid until"), accessor=last_day),
        ]

    def get_base_queryset(self) -> Any:
        """Read who invited along with each."""
        return super().get_base_queryset().select_related("invited_by")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer administrators to invite."""
        return [HeaderButton(_("Invite people"), url=reverse("invite"), icon_name="plus")]

    def get_list_buttons(self, instance: Invitation) -> list[Button]:
        """Offer what can still be done."""
        if instance.state not in (InvitationState.OPEN, InvitationState.EXPIRED):
            return []
        return [
            Button(_("Send again"), url=reverse("send_invitation_again", args=[instance.pk])),
            Button(_("Revoke"), url=reverse("revoke_invitation", args=[instance.pk])),
        ]


def last_day(invitation: Invitation) -> str:
    """Return the day after which the link does not work, in words."""
    return day_of(invitation.expires_at)


@require_form
def invite_view(request: HttpRequest) -> HttpResponse:
    """Invite one or many people by mail."""
    if not request.user.is_superuser:
        raise PermissionDenied
    form = InviteForm(request.POST or None)
    if form.is_valid():
        fields = form.cleaned_data
        sent = invite(fields.pop("addresses"), by=request.user, **fields)
        said = ngettext(
            "%(count)s invitation was sent.", "%(count)s invitations were sent.", len(sent)
        )
        messages.success(request, said % {"count": len(sent)})
        return redirect("invitations")
    context = {
        "header_title": _("Invite people"),
        "page_title": _("Invite people"),
        "header_icon": "mail",
        "question": _(
            "Each gets a message with a link of their own, which works once, for 14 days. "
            "Whoever was invited before and has not answered gets a new link."
        ),
        "form": form,
        "button": _("Send the invitations"),
        "back": reverse("invitations"),
    }
    return TemplateResponse(request, "accounts/confirm.html", context)


class ConfirmInvitationView(ConfirmView):
    header_icon = "mail"

    @cached_property
    def subject(self) -> Invitation:
        """The invitation."""
        return get_object_or_404(Invitation, pk=self.kwargs["pk"])

    @property
    def back(self) -> str:
        """The list."""
        return reverse("invitations")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Say so if it was answered meanwhile."""
        try:
            return super().post(request, *args, **kwargs)
        except GoneError as fault:
            raise RefusedError(_("This invitation was accepted or revoked already.")) from fault


class SendAgainView(ConfirmInvitationView):
    page_title = gettext_lazy("Send the invitation again")
    question = gettext_lazy("A new link is sent, valid for 14 days. The old one stops working.")
    button = gettext_lazy("Send again")
    done = gettext_lazy("The invitation was sent again.")

    def act(self) -> None:
        """Send a new link."""
        send_again(self.subject, by=self.administrator)


class RevokeView(ConfirmInvitationView):
    page_title = gettext_lazy("Revoke the invitation")
    question = gettext_lazy("The link stops working. Nobody is told.")
    button = gettext_lazy("Revoke")
    done = gettext_lazy("The invitation was revoked.")

    def act(self) -> None:
        """Make the link worthless."""
        revoke(self.subject, by=self.administrator)
