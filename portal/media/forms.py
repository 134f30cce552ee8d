"""The base forms of Wagtail's image and document views, which judge uploads by their bytes."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from portal.media.document_files import check_document_file
from portal.media.fields import CleanImageFormField


class ImageForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail chooses the field's class by name and leaves no other place to change it.
        if file := self.fields.get("file"):
            self.fields["file"] = CleanImageFormField(
                label=file.label, required=file.required, widget=file.widget
            )


class DocumentForm(BaseDocumentForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "file" in self.fields:
            self.fields["file"].help_text = self.instance.advice

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_document_file(file)
        return file
