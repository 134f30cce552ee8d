"""Privacy holds for all languages: who restricts a page in one restricts it in each.

Wagtail has no action for this; its view and wagtail-localize save the restriction itself.
"""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction

FIELDS = ("restriction_type", "password")


@receiver(post_save, sender=PageViewRestriction)
def restrict(instance: PageViewRestriction, raw: bool, **kwargs: Any) -> None:
    """Restrict a page's other languages in the same way."""
    if raw:
        return
    same = {name: getattr(instance, name) for name in FIELDS}
    for page in instance.page.get_translations():
        own = page.view_restrictions.first() or PageViewRestriction(page=page)
        if own.pk is None or any(getattr(own, name) != value for name, value in same.items()):
            for name, value in same.items():
                setattr(own, name, value)
            own.save()


@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
def restrict_to_groups(instance: PageViewRestriction, action: str, **kwargs: Any) -> None:
    """Let the same groups read the other languages."""
    if not action.startswith("post_") or not isinstance(instance, PageViewRestriction):
        return
    groups = set(instance.groups.all())
    for own in restrictions_elsewhere(instance):
        if set(own.groups.all()) != groups:
            own.groups.set(groups)


@receiver(post_delete, sender=PageViewRestriction)
def open_again(instance: PageViewRestriction, origin: Any, **kwargs: Any) -> None:
    """Open the other languages too, unless the restriction went because its page did."""
    is_meant = getattr(origin, "model", type(origin)) is PageViewRestriction
    if is_meant and Page.objects.filter(pk=instance.page_id).exists():
        restrictions_elsewhere(instance).delete()


def restrictions_elsewhere(restriction: PageViewRestriction) -> Any:
    """Return the restrictions of the same page in its other languages."""
    same = PageViewRestriction.objects.filter(page__in=restriction.page.get_translations())
    return same.exclude(pk=restriction.pk)
