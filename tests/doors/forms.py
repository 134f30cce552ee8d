"""Forms of the admin as a browser would send them back, with one word changed."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from wagtail.blocks.base import BlockField

from portal.media.models import Document, Image
from tests.media import samples

NEW = "fjalë të reja"
EXAMPLES = {
    forms.SlugField: "fjale-te-reja",
    forms.EmailField: "person@example.org",
    forms.URLField: "https://example.org/",
    forms.DecimalField: "20",
    forms.IntegerField: "1",
    forms.DateField: "2026-01-01",
    forms.CharField: NEW,
}
FIRST = ("title", "name", "key", "neutral_title", "queries", "new_title", "expressions")


def new_file(model: type) -> ContentFile:
    """Return another picture or document than any that is there."""
    if issubclass(model, Image):
        return ContentFile(samples.encoded("JPEG", (50, 50)), "tjetër.jpg")
    return ContentFile(samples.pdf() + b"\n% other\n", "tjetër.pdf")


def changed(form: forms.Form) -> dict[str, Any]:
    """Return the form's data with its first text changed, and what is missing filled in."""
    data = filled(form)
    name = next(each for each in (*FIRST, *form.fields) if each in form.fields)
    if data.get(form.add_prefix(name)) and isinstance(form.fields[name], forms.CharField):
        data[form.add_prefix(name)] = NEW
    for each, field in form.fields.items():
        model = getattr(getattr(form, "_meta", None), "model", None)
        if isinstance(field, forms.FileField) and model and issubclass(model, (Image, Document)):
            data[form.add_prefix(each)] = lambda model=model: new_file(model)
    return data


def filled(form: Any) -> dict[str, Any]:
    """Return the data of a form and of the formsets within it; streams are sent empty."""
    data: dict[str, Any] = {}
    for name, field in form.fields.items():
        key = form.add_prefix(name)
        if isinstance(field, BlockField):
            data[f"{key}-count"] = "0"
        elif not isinstance(field, forms.FileField):
            data |= as_sent(key, field, form[name].value())
    for name in ("password1", "password2"):
        if name in form.fields:
            data[form.add_prefix(name)] = "një fjalë e gjatë 7"
    for formset in getattr(form, "formsets", {}).values():
        for each in (formset.management_form, *formset.forms):
            data |= filled(each)
    return data


def as_sent(key: str, field: forms.Field, value: Any) -> dict[str, Any]:
    """Return what a browser sends for a field; nothing for an empty box."""
    if field.required and value in (None, "", []):
        value = example(field)
    if isinstance(field, forms.BooleanField):
        return {key: "on"} if value else {}
    if hasattr(value, "all"):
        value = list(value.all())
    if isinstance(value, (list, tuple)):
        return {key: [str(getattr(each, "pk", each)) for each in value]}
    shown = field.widget.format_value(value) if hasattr(field.widget, "format_value") else value
    if isinstance(shown, (list, tuple)):
        shown = shown[0] if shown else ""
    return {key: "" if shown is None else str(getattr(shown, "pk", shown))}


def example(field: forms.Field) -> Any:
    """Return something that a required field takes."""
    if isinstance(field, forms.ModelChoiceField):
        return field.queryset.first()
    if isinstance(field, forms.ChoiceField):
        return next((value for value, _label in field.choices if value), "")
    return next((text for kind, text in EXAMPLES.items() if isinstance(field, kind)), "")
