"""Finds the pages of training by their translation keys, and says who may read them."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from portal.accounts.roles import ADMIN
from portal.i18n import best_translation
from portal.pages import PublicPage
from portal.readable import is_placeholder_row

Found = TypeVar("Found", bound=PublicPage)


def source_page(model: type[Found], key: UUID) -> Found | None:
    """Return the live page of a model with this key in the source language."""
    return model.objects.filter(
        translation_key=key, locale__language_code=settings.LANGUAGE_CODE, live=True
    ).first()


def shown_pages(model: type[Found], keys: Iterable[UUID]) -> dict[UUID, Found]:
    """Return the live pages with these keys, restricted or not, by one query.

    Each is in the visitor's language if it is translated, else in the source's.
    """
    here = get_language()
    pages = model.objects.filter(translation_key__in=[*keys], live=True).filter(
        ~is_placeholder_row(), locale__language_code__in={settings.LANGUAGE_CODE, here}
    )
    found = pages.select_related("locale")
    in_order = sorted(found, key=lambda page: page.locale.language_code == here)
    return {page.translation_key: page for page in in_order}


def may_read(request: HttpRequest, page: PublicPage) -> bool:
    """Whether what restricts a page lets this person through."""
    restrictions = page.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)


def url_of(key: UUID) -> str:
    """Return where a page is read now, in the visitor's language if it can be; empty if gone."""
    row = best_translation(key)
    return row.url if row else ""


def url_for(page: PublicPage) -> str:
    """Return where a page is read, as `url_of`, by somebody who may read it though restricted."""
    key = page.translation_key
    return url_of(key) or shown_pages(type(page), [key]).get(key, page).get_url()


def programme_key_of(page: Any) -> UUID:
    """Return the key of the programme above a module, lesson or quiz."""
    ancestors = page.get_ancestors().filter(content_type__model="programmepage")
    return ancestors.values_list("translation_key", flat=True).get()


def may_train(user: Any, module: Page) -> bool:
    """Whether somebody may edit a module and everything in it, in the source language."""
    if not user.has_perm(ADMIN):  # which trainees have not, so that nothing else is asked
        return False
    source = Page.objects.filter(
        translation_key=module.translation_key, locale__language_code=settings.LANGUAGE_CODE
    ).first()
    if not source:
        return False
    pages = [source, *source.get_children()]
    return all(page.permissions_for_user(user).can_edit() for page in pages)
