"""The base forms of Wagtail's image and document views, which judge uploads by their bytes.

A file that somebody uploads who may not publish waits for a moderator.
"""

import json
import logging
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from portal.media.actions import follow_consents, hold_back
from portal.media.document_files import check_document_file
from portal.media.fields import CleanImageFormField
from portal.media.models import Image
from portal.media.querysets import open_collections
from portal.media.states import People, Review

logger = logging.getLogger(__name__)

NOT_STORED = _(
    "The file could not be stored just now. Nothing of it was kept, but what you typed was: "
    "choose the file again and send the form in a few minutes."
)

NO_CONSENT = _(
    "Write down what the people in the picture agreed to, for example “web and print”. If you do "
    "not know yet, choose “I do not know yet” above."
)
CONSENT = frozenset(Image.ANSWERS) - {"credit"}


def store_upload(instance: Any, name: str) -> None:
    """Store the file that a field was given, and keep its bytes at hand until the row is saved."""
    upload = getattr(instance, name)
    if not upload or upload._committed:
        return
    content = upload.file
    upload.save(upload.name, content, save=False)
    if not content.closed:
        getattr(instance, name).file = content


class ReviewedForm:
    """Knows who saves; comes before Wagtail's form. Nobody at all may publish nothing."""

    instance: Any
    fields: Any
    stored_fields: tuple[str, ...] = ("file",)

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)  # type: ignore[call-arg]
        model = self.instance._meta
        self.user = user
        self.may_publish = bool(user) and user.has_perm(
            f"{model.app_label}.publish_{model.model_name}"
        )
        self.was_closed = bool(self.instance.pk) and not self.instance.is_open
        if self.instance.pk and "file" in self.fields:
            self.fields["file"].help_text = self.instance.advice

    def _post_clean(self) -> None:
        """Store what was uploaded while the form can still say that this failed."""
        super()._post_clean()  # type: ignore[misc]
        if self.errors:  # type: ignore[attr-defined]
            return
        try:
            for name in self.stored_fields:
                store_upload(self.instance, name)
        except OSError as error:
            logger.error("An upload could not be stored: %s", error)
            self.add_error("file", NOT_STORED)  # type: ignore[attr-defined]

    def save(self, commit: bool = True) -> Any:
        """Accept the file of somebody who may publish; hold back what left a closed collection."""
        is_new = self.instance.pk is None or "file" in self.changed_data  # type: ignore[attr-defined]
        self.instance.accepts_file = self.may_publish and is_new
        if is_new and not self.may_publish:
            self.instance.review = Review.WAITING
        instance = super().save(commit=commit)  # type: ignore[misc]
        left = open_collections().filter(pk=instance.collection_id)
        if commit and self.was_closed and not self.may_publish and left.exists():
            hold_back([instance])
        return instance


class ImageForm(ReviewedForm, BaseImageForm):
    """Asks also who took the picture, and what the people in it agreed to."""

    stored_fields = ("file", "replacement")

    class Meta(BaseImageForm.Meta):
        widgets = {
            **BaseImageForm.Meta.widgets,
            "people_shown": forms.RadioSelect,
            "consent_until": AdminDateInput,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "people_shown" in self.fields:  # "I do not know yet" stands for no answer
            self.fields["people_shown"].choices = People.choices
        # Wagtail chooses the field's class by name and leaves no other place to change it.
        if file := self.fields.get("file"):
            self.fields["file"] = CleanImageFormField(
                label=file.label,
                required=file.required,
                widget=file.widget,
            )
            # Wagtail's field says there which formats it takes, whatever it was given.
            if advice := self.instance.pk and self.instance.advice:
                self.fields["file"].help_text = f"{advice} {self.fields['file'].help_text}"

    def clean_people_shown(self) -> str:
        """Leave the answer as it was where the form did not ask."""
        return self.cleaned_data["people_shown"] or self.instance.people_shown

    def clean(self) -> Any:
        """Ask what people in the picture agreed to; lay a replacement aside that has to wait."""
        data = super().clean()
        is_asked = "consent_scope" in self.fields and data.get("people_shown") == People.SHOWN
        if is_asked and not data.get("consent_scope"):
            self.add_error("consent_scope", NO_CONSENT)
        if self._replaces_what_is_shown() and data.get("file"):
            self.instance.replacement = data.pop("file")
            self.changed_data.remove("file")
            self._lay_answers_aside(data)
        return data

    def _lay_answers_aside(self, data: dict[str, Any]) -> None:
        """Keep what is said of the picture that waits apart from what holds for the present one.

        A consent that is over ends for the present one too, whichever was meant.
        """
        answers = {name: data[name] for name in Image.ANSWERS if name in data}
        if Image(**answers).consent_is_over:
            return
        self.instance.replacement_answers = json.loads(json.dumps(answers, cls=DjangoJSONEncoder))
        for name in answers:
            data[name] = getattr(self.instance, name)

    def _replaces_what_is_shown(self) -> bool:
        is_shown = self.instance.pk and self.instance.review == Review.ACCEPTED
        return bool(is_shown) and not self.may_publish and "file" in self.changed_data

    def save(self, commit: bool = True) -> Any:
        """Follow at once what is said of the people in it."""
        image = super().save(commit=commit)
        if commit and not CONSENT.isdisjoint(self.changed_data):
            follow_consents(by=self.user)
        return image


class DocumentForm(ReviewedForm, BaseDocumentForm):
    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_document_file(file)
        return file
