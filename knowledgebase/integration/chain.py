"""Which pages name another, seen from its end; it is entered at theirs."""

from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet
from django.utils.translation import get_language

from portal.i18n import PageRow, page_rows


class LinkQuerySet(QuerySet[Any]):
    """Child rows by which a `page` names a `target`."""

    def pages_linked_to(self, translation_key: UUID) -> list[PageRow]:
        """Return the pages that name another in any language, as this visitor meets them.

        One query; only what everybody may read in the visitor's tree, in the order of the tree.
        """
        keys = self.filter(target__translation_key=translation_key, page__live=True)
        models = page_rows(
            translation_key__in=keys.values("page__translation_key"),
            locale__language_code=get_language(),
            live=True,
        )
        return [row for row in models if row.readable]


def modules_that_teach(translation_key: UUID) -> list[PageRow]:
    """Return the training modules that name a model, as this visitor meets them."""
    taught: Any = apps.get_model("training", "TaughtModel")
    return list(taught.objects.pages_linked_to(translation_key))
