"""The gallery of all components, for those who build pages."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

NEEDS = [("housing", "Housing"), ("legal-aid", "Legal aid")]


class ExampleForm(forms.Form):
    """A form that is shown as it stands there after it was sent with a mistake."""

    email = forms.EmailField(
        label="E-mail",
        help_text="Never made public.",
        error_messages={"invalid": "Write an address such as name@example.org."},
    )
    needs = forms.MultipleChoiceField(
        label="Needs", choices=NEEDS, widget=forms.CheckboxSelectMultiple, required=False
    )


@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """Show every component with its states."""
    context = {
        "example": ExampleForm({"email": "name@", "needs": ["housing"]}),
        "list_page": Paginator(range(90), 10).page(4),
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "portal/gallery.html", context)
