"""What follows when the knowledge base's content is published."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import published

from knowledgebase.models import GlossaryTerm
from portal.translations import carry_to_translations


@receiver(published, sender=GlossaryTerm)
def carry_term(instance: GlossaryTerm, **kwargs: Any) -> None:
    """Bring a term's code into its translations."""
    carry_to_translations(instance)
