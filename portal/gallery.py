"""The gallery of all components, for those who build pages."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

LANGUAGES = [("sq", "Albanian"), ("en", "English")]
NEEDS = [("housing", "Housing"), ("legal-aid", "Legal aid")]


class ExampleForm(forms.Form):
    """A form as it stands there after it was sent with a mistake and a text to look at again."""

    languages = forms.MultipleChoiceField(
        label="Languages",
        help_text="As many as you speak.",
        choices=LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    needs = forms.MultipleChoiceField(
        label="Needs", choices=NEEDS, widget=forms.CheckboxSelectMultiple, required=False
    )
    agree = forms.BooleanField(label="I agree")
    name = forms.CharField(label="Name", help_text="As it is to be shown.")
    email = forms.EmailField(
        label="E-mail",
        help_text="Never made public.",
        error_messages={"invalid": "Write an address such as name@example.org."},
    )
    comment = forms.CharField(label="Comment", widget=forms.Textarea, required=False)

    # As a `GentleCheck` has them.
    warned_name = "warned"
    warnings = {
        "comment": [
            {
                "kind": "Name",
                "before": "…yesterday ",
                "found": "Ms Example Name",
                "after": " came…",
            },
            {
                "kind": "Telephone number",
                "before": "call her on ",
                "found": "069 000 0000",
                "after": "",
            },
        ]
    }


@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """Show every component with its states."""
    context = {
        "example": ExampleForm(
            {"name": "A name", "agree": True, "email": "name@", "needs": ["housing"]}
        ),
        "list_page": Paginator(range(90), 10).page(4),
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "portal/gallery.html", context)
