"""The code that a visitor types; what administrators say when they revoke or correct one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.certificates.codes import LONGEST
from portal.certificates.models import Certificate, Reason


class CodeForm(forms.Form):
    """The code of a certificate, as somebody types it from paper."""

    code = forms.CharField(
        label=_("Code of the certificate"),
        help_text=_("It is printed beside the QR code, in five groups of four characters."),
        error_messages={"required": _("Enter the code of the certificate.")},
        widget=forms.TextInput(
            {
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "maxlength": LONGEST,
            }
        ),
    )


class RevokeForm(forms.Form):
    """Why a certificate is revoked."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=Reason.choices,
        widget=forms.RadioSelect,
        help_text=_("Everyone who checks the certificate will see it."),
    )
    words = forms.CharField(
        label=_("Notes for the file"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("The public cannot see them. The holder can, in the copy of their data."),
    )


class ReissueForm(forms.Form):
    """The corrected name."""

    name = forms.CharField(
        label=_("Name and surname"),
        max_length=Certificate._meta.get_field("name").max_length,
        help_text=_("As it should appear on the certificate."),
    )
