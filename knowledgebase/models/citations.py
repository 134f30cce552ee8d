"""The references that a page's texts cite by typed marks, for the editors' list of usages."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from knowledgebase.forms import as_html
from knowledgebase.models.reference import Reference
from knowledgebase.text.notes import citation_keys


class Citations:
    """A field without a column, from which Wagtail reads what a page refers to.

    A reference that a text cites cannot be deleted. To Django it is a private relation, such as
    its own generic ones; copies, forms and translations pass it over.
    """

    auto_created = True
    concrete = editable = hidden = False
    is_relation = one_to_many = True
    many_to_many = many_to_one = one_to_one = False
    related_model = None
    verbose_name = _("references in the text")
    remote_field = SimpleNamespace(on_delete=models.PROTECT)
    # What Django asks when a page is deleted: nothing goes with it.
    field = SimpleNamespace(remote_field=SimpleNamespace(on_delete=models.DO_NOTHING))

    def contribute_to_class(self, model: Any, name: str, **_options: Any) -> None:
        """Become a field of the model, and of those that inherit from it."""
        self.name, self.model = name, model
        model._meta.add_field(self, private=True)

    def is_cached(self, _instance: Any) -> bool:
        """Say that an instance holds nothing of it."""
        return False

    def value_from_object(self, page: Any) -> list[str]:
        """Return the keys that the page's texts cite."""
        texts = (as_html(text) for text in page.noted_texts if text)
        return [key for text in texts for key in citation_keys(text)]

    def extract_references(self, keys: list[str]) -> Iterator[tuple]:
        """Yield model, id, path in the model and path in the content of each cited work."""
        rows = Reference.objects.filter(key__in=keys)
        for pk, key in rows.values_list("pk", "key"):
            yield Reference, str(pk), "item", key
