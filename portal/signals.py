"""What happens when somebody publishes or moves content, whichever way they did it."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, post_page_move, published

from portal.translations import carry_to_translations


@receiver(page_published)
def carry_page(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Bring a published page's figures into its translations."""
    carry_to_translations(instance)
