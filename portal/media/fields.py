"""The image fields, of the model and of the form, that let only clean pictures through."""

from typing import Any

from django.core.files import File
from django.core.files.storage import Storage
from django.db import models
from django.db.models import Model
from django.db.models.fields.files import FieldFile, ImageFileDescriptor
from django.forms import FileField
from wagtail.images.fields import WagtailImageField as WagtailImageFormField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from portal.media.image_files import clean_image_file
from portal.media.storages import private_storage


class CleanImageFieldFile(WagtailImageFieldFile):
    def save(self, name: str, content: File, save: bool = True) -> None:
        clean = clean_image_file(content)
        clean.name = name  # Django measures no nameless picture
        super().save(name, clean, save=save)


class CleanImageDescriptor(ImageFileDescriptor):
    """Cleans on assignment, so that size, hash and dimensions are taken from what is stored."""

    def __set__(self, instance: Model, value: Any) -> None:
        held = instance.__dict__.get(self.field.attname)
        if isinstance(held, FieldFile) and value == held.name and isinstance(value, str):
            return  # it was just stored: its bytes are at hand and measured
        if isinstance(value, File) and not isinstance(value, FieldFile):
            value = clean_image_file(value)
        super().__set__(instance, value)


class CleanImageField(WagtailImageField):
    """Stores pictures without metadata, whether they come from a form or from code.

    Assigning or saving a file that is not a usable picture raises ValidationError.
    """

    attr_class = CleanImageFieldFile
    descriptor_class = CleanImageDescriptor


class DeliveredFieldFile(FieldFile):
    """A file in the public store, or in the private one where the row says so."""

    instance: Any

    @property
    def storage(self) -> Storage:
        return private_storage() if self.instance.lies_private else self.field.storage

    @storage.setter
    def storage(self, value: Storage) -> None:
        """Take no other: Django sets the field's."""


class DeliveredFileField(models.FileField):
    """Holds the file that visitors get."""

    attr_class = DeliveredFieldFile


class DeliveredImageFieldFile(DeliveredFieldFile, WagtailImageFieldFile):
    """A picture that lies like a delivered file."""


class DeliveredImageField(WagtailImageField):
    """Holds a picture that visitors get, or editors while visitors do not."""

    attr_class = DeliveredImageFieldFile


class CleanImageFormField(WagtailImageFormField):
    """Wagtail's upload field, which by itself fails on a truncated picture."""

    def to_python(self, data: File | None) -> File | None:
        data = FileField.to_python(self, data)
        if data is None:
            return None
        self.check_image_file_size(data)
        return super().to_python(clean_image_file(data))


def taken_down_field() -> models.ForeignKey:
    """Return the field that names the emergency take-down that keeps a file from visitors."""
    return models.ForeignKey(
        "publishing.TakeDown",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
