"""Revoking a certificate and issuing it again, each asked about once more."""

from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from portal.accounts.admin.confirming import ConfirmFormView
from portal.certificates import actions
from portal.certificates.forms import ReissueForm, RevokeForm
from portal.certificates.kinds import REISSUE, REVOKE
from portal.certificates.models import Certificate, Reason


class ConfirmCertificateView(ConfirmFormView):
    """Asks, with a form, about a certificate that the person looks after."""

    header_icon = "doc-full"
    permission: str
    form_class: type[forms.Form]

    def is_allowed(self) -> bool:
        """Whether a room, or being an administrator, lets the person do it at all."""
        return self.request.user.has_perm(self.permission)

    @cached_property
    def subject(self) -> Certificate:
        """The certificate; 404 for one of somebody else's."""
        mine = Certificate.objects.looked_after_by(self.administrator).distinct()
        return get_object_or_404(mine, pk=self.kwargs["pk"])

    @property
    def back(self) -> str:
        """The list."""
        return reverse("certificates")

    @cached_property
    def form(self) -> forms.Form:
        """What is to be filled in."""
        return self.form_class(self.request.POST or None, initial=self.initial())

    def initial(self) -> dict[str, Any]:
        """Return what the form says already."""
        return {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say whose certificate it is."""
        context = super().get_context_data(**kwargs)
        context["page_subtitle"] = f"{self.subject.name} · {self.subject.code_in_groups}"
        return context


class RevokeView(ConfirmCertificateView):
    permission = REVOKE
    form_class = RevokeForm
    page_title = _("Revoke the certificate")
    question = _(
        "Everyone who checks it will see that it was revoked, and why. The holder is told. "
        "This cannot be undone."
    )
    button = _("Revoke the certificate")
    done = _("The certificate was revoked.")

    def act(self) -> None:
        """Revoke it."""
        said = self.form.cleaned_data
        actions.revoke(
            certificate=self.subject,
            reason=Reason(said["reason"]),
            words=said["words"],
            by=self.administrator,
        )


class ReissueView(ConfirmCertificateView):
    permission = REISSUE
    form_class = ReissueForm
    page_title = _("Issue the certificate again")
    question = _(
        "The holder gets a new certificate with this name and a new code. Anyone who checks the "
        "old code will see that the certificate was replaced."
    )
    button = _("Issue again")
    done = _("The certificate was issued again.")

    def initial(self) -> dict[str, Any]:
        """Begin with the name in the holder's profile, which they may have corrected."""
        holder = self.subject.holder
        return {"name": holder.name if holder else ""}

    def act(self) -> None:
        """Issue it again."""
        name = self.form.cleaned_data["name"]
        actions.reissue(certificate=self.subject, name=name, by=self.administrator)
