"""What follows when content is published or moved, whichever way somebody did it."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, post_page_move, published

from portal.furniture.models import Furniture
from portal.media.actions import accept_pictures
from portal.media.tasks import make_renditions
from portal.pages import PublicPage
from portal.terms.models import Organisation, Term
from portal.translations import carry_to_translations, move_translations


@receiver(page_published)
def carry_page(instance: Page, **kwargs: Any) -> None:
    """Bring a published page's figures into its translations."""
    carry_to_translations(instance)


@receiver(page_published)
def make_pictures(instance: Page, **kwargs: Any) -> None:
    """Make what a page will show of its images before anybody reads it.

    Who publishes a page has seen its pictures, and accepts them with it.
    """
    if isinstance(instance, PublicPage):
        pictures = instance.pictures()
        accept_pictures(pictures)
        for image_id, profiles in pictures.items():
            make_renditions.enqueue(image_id, profiles)


@receiver(post_save)
def forget_revision_of_original(instance: Any, created: bool, **kwargs: Any) -> None:
    """Take from an alias the live revision that Wagtail copies from its original.

    `portal.i18n.is_placeholder` reads from it whether a page was ever published by itself.
    """
    if created and isinstance(instance, Page) and instance.alias_of_id:
        Page.objects.filter(pk=instance.pk).update(live_revision=None)


@receiver(published, sender=Furniture)
def carry_furniture(instance: Furniture, **kwargs: Any) -> None:
    """Bring the furniture's numbers and addresses into its translations."""
    carry_to_translations(instance)


@receiver(post_save)
def carry_term(sender: type, instance: Any, created: bool, **kwargs: Any) -> None:
    """Bring a term's code, place and logo into its translations."""
    if issubclass(sender, Term) and not created:
        carry_to_translations(instance)


@receiver(post_save, sender=Organisation)
def make_logo(instance: Organisation, **kwargs: Any) -> None:
    """Make what pages show of an organisation's logo."""
    if instance.logo_id:
        make_renditions.enqueue(instance.logo_id, ["logo"])


@receiver(post_page_move)
def move_page(instance: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Move the translations of a page after it."""
    move_translations(instance, parent_page_after)
