"""What Wagtail leaves out when it counts where things are used."""

from typing import Any

from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import update_reference_index_on_save


@receiver(m2m_changed)
def count_relations(instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """Count what a relation names now: a page is counted when it is saved, its relations later."""
    if action.startswith("post_") and not reverse and ReferenceIndex.is_indexed(type(instance)):
        update_reference_index_on_save(instance)
