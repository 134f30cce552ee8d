"""What the gate does: each action says in order what it checks, and what follows.

Each receives the action of Wagtail's that somebody began (its `user`; None is the portal itself)
and `proceed`, which lets Wagtail do its part. All of it is one transaction: it happens with all
that follows, or not at all. They raise `PermissionDenied` or `RefusedError`.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Page, TranslatableMixin

from portal.media.actions import accept_pictures
from portal.media.tasks import make_renditions
from portal.publishing.languages import (
    drop_copied_restrictions,
    fill_languages,
    forget_own_publication,
    is_source,
    keep_closed,
    languages_with,
    other_languages,
    require_not_lasting,
)
from portal.publishing.refusals import RefusedError
from portal.publishing.rights import may_delete, may_publish, require_right_to_publish
from portal.terms.codes import remember_code
from portal.translating.reviewing import approve_published
from portal.translating.states import forget_gone_pages, refresh
from portal.translations import (
    carry_to_translations,
    lock_translations,
    move_translations,
    require_all_words,
    save_draft,
    target_of,
    translation_into,
)

Proceed = Callable[[], Any]


@transaction.atomic
def publish(action: Any, proceed: Proceed) -> Any:
    """Make a revision public, now or at the time that it names.

    Checks: nobody else changes it now; the right to publish this language; no words missing.
    Follows: the code that it had before, the row and its aliases, figures of the other languages;
    its pictures are accepted with it, and made; the states of its translations.
    """
    instance, user = action.object, action.user
    lock_translations(instance)
    require_right_to_publish(user, instance)
    translation = translation_into(instance)
    is_planned = bool(instance.go_live_at and instance.go_live_at > timezone.now())
    is_made_of_strings = getattr(action.revision, "is_made_of_strings", False)
    if translation and not is_planned and not is_made_of_strings:
        # Its draft may be older than its words, and hold the source's where they were missing.
        return translation.save_target(user=user, publish=True)
    require_all_words(instance)
    action.revision.refresh_from_db()  # figures may have been carried into it meanwhile
    action.object = action.revision.as_object()
    if not is_planned:
        remember_code(action.object)
    result = proceed()
    if action.object.live_revision_id == action.revision.pk:
        carry_to_translations(action.object)
        accept_pictures(pictures_of(action.object))
        make_pictures(action.object)
        if not is_made_of_strings:  # else whoever put it together does
            refresh(action.object)
    return result


@transaction.atomic
def change(action: Any, proceed: Proceed) -> Any:
    """Save something that has no drafts, and is public at once.

    Checks: the right to publish; nobody else changes it now.
    Follows: the code that it had before, the other languages, pictures, the states of its
    translations.
    """
    require_right_to_publish(action.user, action.instance)
    if not isinstance(action.instance, TranslatableMixin):
        return proceed()
    lock_translations(action.instance)
    remember_code(action.instance)
    result = proceed()
    carry_to_translations(action.instance)
    accept_pictures(pictures_of(action.instance))
    make_pictures(action.instance)
    refresh(action.instance)
    return result


@transaction.atomic
def unpublish(action: Any, proceed: Proceed) -> Any:
    """Take something away from visitors: a source in all languages, unless some were chosen.

    Checks: nobody else changes it now; that the site can do without it; the right to publish each
    language. Follows: the other languages, the states of its translations.
    """
    instance = action.object
    if not action.commit:  # Wagtail only says that it is being deleted; `delete` has decided
        return proceed()
    lock_translations(instance)
    require_not_lasting(instance)
    others = [other for other in languages_with(instance) if other.live]
    require_right_to_publish(action.user, instance, *others)
    result = proceed()
    for other in others:
        other.refresh_from_db()  # Wagtail takes aliases away with their original
        other.unpublish(set_expired=action.set_expired, log_action=action.log_action)
    refresh(instance)
    return result


@transaction.atomic
def delete(action: Any, proceed: Proceed) -> Any:
    """Delete something with what stands below it: a source in all languages, or as chosen.

    Checks: nobody else changes it now; that the site can do without it; the right to delete each
    language. Follows: restrictions stay with what is left; the other languages; an alias where only
    a translation went; the states of what is left.
    """
    instance, user = action.instance, action.user
    if not isinstance(instance, TranslatableMixin):
        require_right_to_publish(user, instance)
        return proceed()
    lock_translations(instance)
    require_not_lasting(instance)
    others = languages_with(instance)
    if not all(may_delete(user, doomed) for doomed in [instance, *others]):
        raise PermissionDenied
    left = [other for other in other_languages(instance) if other not in others]
    if isinstance(instance, Page):
        keep_closed(instance.get_descendants(inclusive=True))
    result = proceed()
    for other in others:
        other.delete()
    for original in left:
        if isinstance(original, Page) and is_source(original):
            fill_languages(original)
    refresh(instance)
    if isinstance(instance, Page):
        forget_gone_pages()  # those below it
    return result


@transaction.atomic
def move(action: Any, proceed: Proceed) -> Any:
    """Move a page with what stands below it.

    Checks: Wagtail's; the right to publish the translations. Follows: these move after it.
    """
    page, before = action.page, action.page.get_parent()
    is_into = action.pos in ("first-child", "last-child", "sorted-child")
    after = action.target if is_into else action.target.get_parent()
    if before == after:
        return proceed()
    lock_translations(page)
    require_right_to_publish(action.user, *(each for each in other_languages(page) if each.live))
    result = proceed()
    move_translations(page, after)
    return result


@transaction.atomic
def copy(action: Any, proceed: Proceed) -> Any:
    """Copy a page, perhaps with what stands below it.

    Checks: Wagtail's; that a person copies a source. Follows: an alias in each other language.
    """
    is_for_translation = not action.reset_translation_key
    if action.user and not is_for_translation and not is_source(action.page):
        raise RefusedError(_("This is a translation. Copy its original, then translate the copy."))
    page = proceed()
    if not is_for_translation:
        fill_languages(page)
    return page


@transaction.atomic
def make_alias(action: Any, proceed: Proceed) -> Any:
    """Let a page show the content of its original in another language.

    Checks: that it is another language.
    """
    if action.reset_translation_key:
        raise RefusedError(_("An alias in the same language would be the same page twice."))
    alias = proceed()
    forget_own_publication(alias)
    drop_copied_restrictions(alias)
    refresh(alias)
    return alias


@transaction.atomic
def convert_alias(action: Any, proceed: Proceed) -> Any:
    """Make an alias a page of its own, which would pass its original's words off as translated.

    Checks: that its language is its original's.
    """
    page = action.page
    if page.alias_of_id and page.alias_of.locale_id != page.locale_id:
        raise RefusedError(_("This page shows its original. Choose “Translate this page” instead."))
    return proceed()


@transaction.atomic
def save_translation(translation: Any, user: Any, publish: bool, proceed: Proceed) -> Any:
    """Put the words of a translation together: as a draft, or to be published.

    Checks: that no draft is written over what is public; for what has no drafts, the right to
    publish once it is there. `proceed` checks the rest under its lock. Follows: what waited for
    review is approved; its state.
    """
    target = target_of(translation)
    is_drafted = target is None or isinstance(target, DraftStateMixin)
    if not is_drafted and not may_publish(user, target):
        return None
    if target and is_drafted and publish:
        require_right_to_publish(user, target)
    if target and is_drafted and not publish and target.live and target.live_revision_id:
        result = save_draft(translation, user)
    else:
        result = proceed()
    if publish:
        approve_published(translation, user)
    refresh(translation.source.get_source_instance())
    return result


@transaction.atomic
def convert_to_alias(page: Page, user: Any, proceed: Proceed) -> Any:
    """Let a translation show its original again; its words are kept for another day.

    Checks: nobody else changes it now; the right to publish it, if it is public.
    """
    lock_translations(page)
    if page.live:
        require_right_to_publish(user, page)
    result = proceed()
    forget_own_publication(page)
    refresh(page)
    return result


@transaction.atomic
def stop_translation(translation: Any, user: Any, proceed: Proceed) -> Any:
    """Make a translation a page of its own, whose figures no longer follow.

    Checks: that it is a page; the right to publish it, if it is public.
    """
    target = target_of(translation)
    if not isinstance(target, Page):
        raise RefusedError(_("This has to follow its original, so that its numbers stay right."))
    if target.live:
        require_right_to_publish(user, target)
    result = proceed()
    refresh(target)
    return result


def make_pictures(instance: Any) -> None:
    """Make what pages will show of its images before anybody reads them."""
    for image_id, profiles in pictures_of(instance).items():
        make_renditions.enqueue(image_id, profiles)


def pictures_of(instance: Any) -> dict[int, list[str]]:
    """Return the ids of the images that an instance shows, with how they are cut."""
    return instance.pictures() if hasattr(instance, "pictures") else {}
