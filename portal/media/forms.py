"""The base forms of Wagtail's image and document views, which judge uploads by their bytes.

A file that somebody uploads who may not publish waits for a moderator.
"""

import logging
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from portal.media.actions import hold_back
from portal.media.document_files import check_document_file
from portal.media.fields import CleanImageFormField
from portal.media.querysets import open_collections
from portal.media.states import Review

logger = logging.getLogger(__name__)

NOT_STORED = _(
    "The file could not be stored just now. Nothing of it was kept, but what you typed was: "
    "choose the file again and send the form in a few minutes."
)


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
    stored_fields = ("file", "replacement")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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

    def clean(self) -> Any:
        """Lay a picture aside that shall replace one that pages may show already."""
        data = super().clean()
        if self._replaces_what_is_shown() and data.get("file"):
            self.instance.replacement = data.pop("file")
            self.changed_data.remove("file")
        return data

    def _replaces_what_is_shown(self) -> bool:
        is_shown = self.instance.pk and self.instance.review == Review.ACCEPTED
        return bool(is_shown) and not self.may_publish and "file" in self.changed_data


class DocumentForm(ReviewedForm, BaseDocumentForm):
    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_document_file(file)
        return file
