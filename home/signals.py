"""What the page with help is found by: helplines are entered once, for the whole site."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from home.models import HelpPage
from portal.furniture.models import Furniture
from search.index.refresh import refresh_soon


@receiver(post_save, sender=Furniture)
def follow_helplines(**kwargs: Any) -> None:
    """Have search read the helplines again."""
    refresh_soon(HelpPage.objects.all())
