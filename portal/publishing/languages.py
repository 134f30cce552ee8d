"""The languages of one thing: which go with which, and which a page still lacks."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction, TranslatableMixin
from wagtail_localize.models import LocaleSynchronization

from portal.publishing.mixins import Lasting
from portal.publishing.refusals import RefusedError


def is_source(instance: TranslatableMixin) -> bool:
    """Whether `instance` is in the language that everything is written in first."""
    return bool(instance.locale.language_code == settings.LANGUAGE_CODE)


def other_languages(instance: Any) -> list[Any]:
    """Return the same thing in its other languages, aliases too."""
    others = instance.get_translations().select_related("locale").order_by("pk")
    return list(others.specific() if isinstance(instance, Page) else others)


def languages_with(instance: Any) -> list[Any]:
    """Return the other languages that share what happens to `instance`.

    They are those whose codes stand in its `chosen_languages`, if somebody chose some; else all
    of them for a source and none for a translation.
    """
    chosen = getattr(instance, "chosen_languages", None)
    if chosen is None:
        return other_languages(instance) if is_source(instance) else []
    return [each for each in other_languages(instance) if each.locale.language_code in chosen]


def require_not_lasting(instance: Any) -> None:
    """Raise `RefusedError` for what every page of the site needs: front pages, what is set once."""
    whole = instance.specific_deferred if isinstance(instance, Page) else instance
    if isinstance(whole, Lasting):
        raise RefusedError(
            _("The site needs “%(name)s”. Change what it says instead.") % {"name": instance}
        )


def fill_languages(page: Page) -> None:
    """Give a page, and all below it, an alias in each language that follows its own and lacks it.

    An alias shows the original until it is translated, so no address is missing.
    """
    followers = LocaleSynchronization.objects.filter(sync_from=page.locale_id)
    for follower in followers.select_related("locale"):
        present = Page.objects.filter(locale=follower.locale).values("translation_key")
        missing = page.get_descendants(inclusive=True).exclude(translation_key__in=present)
        for each in missing.specific():
            each.copy_for_translation(follower.locale, copy_parents=True, alias=True)


def keep_closed(pages: QuerySet[Page]) -> None:
    """Leave the restrictions of pages that are to be deleted with their other languages.

    A restriction stands once, on the page where it was set, and closes all of them (see
    `portal.readable`).
    """
    for restriction in PageViewRestriction.objects.filter(page__in=pages).select_related("page"):
        heir = restriction.page.get_translations().order_by("alias_of", "pk").first()
        if heir and not heir.view_restrictions.exists():
            PageViewRestriction.objects.filter(pk=restriction.pk).update(page=heir)


def drop_copied_restrictions(alias: Page) -> None:
    """Remove from aliases the restrictions that Wagtail copies: the originals' close them too."""
    aliases = alias.get_descendants(inclusive=True).filter(alias_of__isnull=False)
    PageViewRestriction.objects.filter(page__in=aliases).delete()


def forget_own_publication(alias: Page) -> None:
    """Take from aliases the live revision by which `portal.i18n` knows translated pages."""
    aliases = alias.get_descendants(inclusive=True).filter(alias_of__isnull=False)
    aliases.update(live_revision=None)
