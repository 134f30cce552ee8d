"""What the index follows: pages that are saved, moved, deleted, or that not everybody may read."""

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from search.content import Searchable
from search.index.refresh import refresh_keys, refresh_soon

# What saving a draft writes into the live row; nothing of it is public.
OF_DRAFTS = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
}


@receiver(post_save)
def follow_saved(
    instance: Any, raw: bool, update_fields: Collection[str] | None = None, **kwargs: Any
) -> None:
    """Read a page again that was saved, unless only its draft was, or half of it (`raw`)."""
    is_draft = update_fields is not None and set(update_fields) <= OF_DRAFTS
    if isinstance(instance, Searchable) and not (raw or is_draft):
        refresh_keys([instance.translation_key])


@receiver(post_delete)
def follow_deleted(instance: Any, **kwargs: Any) -> None:
    """Forget a page that was deleted, or find its original in its stead."""
    if isinstance(instance, Searchable):
        refresh_keys([instance.translation_key])


@receiver(post_page_move)
def follow_moved(instance: Page, **kwargs: Any) -> None:
    """Read a page again, and those below it, which may now be more or less public."""
    refresh_soon(instance.get_descendants(inclusive=True))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def follow_restriction(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Read the pages again that a restriction closes or opens."""
    refresh_soon(instance.page.get_descendants(inclusive=True))
