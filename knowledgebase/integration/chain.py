"""Which pages belong to a model, seen from their end; it is entered at the model's."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language

from portal.i18n import PageRow, page_rows


class ModelLinkQuerySet(QuerySet[Any]):
    """Links between models and other pages."""

    def models_linked_to(self, translation_key: UUID) -> list[PageRow]:
        """Return the models that name a page in any language, as this visitor meets them.

        One query; only what everybody may read in the visitor's tree, in the order of the tree.
        """
        keys = self.filter(target__translation_key=translation_key, page__live=True)
        models = page_rows(
            translation_key__in=keys.values("page__translation_key"),
            locale__language_code=get_language(),
            live=True,
        )
        return [row for row in models if row.readable]
