"""Relations to terms that the editors' list of usages counts."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from modelcluster.fields import ParentalManyToManyField


class TermsField(ParentalManyToManyField):
    """Any number of terms; a term that something names cannot be deleted.

    Wagtail reads references from fields that have `extract_references`, and what deletion does to
    them from the `on_delete` of the relation; many-to-many fields have neither.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what a many-to-many field takes."""
        super().__init__(*args, **kwargs)
        self.remote_field.on_delete = models.PROTECT

    def deconstruct(self) -> tuple:
        """Look like the field that it is in the database."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "modelcluster.fields.ParentalManyToManyField", args, kwargs

    def extract_references(self, terms: Iterable[Any]) -> Iterator[tuple]:
        """Yield model, id, path in the model and path in the content of each term."""
        for term in terms:
            yield self.related_model, str(term.pk), "item", str(term.pk)
