"""Who may do what with bundles, and the row with which it is done.

Those that begin with `require` raise `PermissionDenied` or `RefusedError`.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Page
from wagtail_localize.views.edit_translation import user_can_edit_instance

from portal.publishing.bundles.facts import Facts, key_of
from portal.publishing.bundles.models import CHANGE, Bundle, State
from portal.publishing.bundles.readiness import Readiness
from portal.publishing.mixins import PublicAtOnce, is_gated
from portal.publishing.refusals import RefusedError


def may_work(user: Any) -> bool:
    """Whether somebody works with bundles at all: editors, translators, moderators."""
    return bool(user.has_perm(CHANGE))


def require_right(by: Any) -> None:
    """Raise `PermissionDenied` for whoever does not work with bundles."""
    if not may_work(by):
        raise PermissionDenied


def may_add(user: Any, thing: Any) -> bool:
    """Whether somebody may put a thing into a bundle: who may edit it, or publish it."""
    return may_work(user) and bool(user_can_edit_instance(user, thing))


def may_change(user: Any, bundle: Bundle, thing: Any) -> bool:
    """Whether somebody may take a thing out of a bundle, or say that its new version is meant."""
    return bundle.made_by_id == user.pk or may_add(user, thing)


def require_addable(thing: Any, by: Any) -> None:
    """Raise `PermissionDenied` or `RefusedError` where a thing cannot stand in a bundle."""
    if not may_add(by, thing):
        raise PermissionDenied
    if isinstance(thing, Page) and thing.is_root():
        raise PermissionDenied
    if getattr(thing, "alias_of_id", None):
        raise RefusedError(
            _("“%(title)s” shows its original in this language. Translate it first.")
            % {"title": thing}
        )
    if not can_wait(thing):
        raise RefusedError(
            _("“%(title)s” is public as soon as it is saved, so there is nothing to hold back.")
            % {"title": thing}
        )


def can_wait(thing: Any) -> bool:
    """Whether something of a thing can wait to be published: a draft, or words of a translation."""
    if not is_gated(thing):
        return False
    if isinstance(thing, DraftStateMixin):
        return True
    return not isinstance(thing, PublicAtOnce) or bool(
        Facts([key_of(thing)]).translation_into(thing)
    )


def locked_open(bundle: Bundle) -> Bundle:
    """Return the bundle as it is now, for this transaction alone, if it is open."""
    try:
        row = Bundle.objects.locked(bundle)
    except Bundle.DoesNotExist:
        raise RefusedError(_("This bundle is no longer there.")) from None
    require_open(row)
    return row


def require_open(row: Bundle) -> None:
    """Raise `RefusedError` where a bundle is published or dissolved."""
    if row.state == State.PUBLISHED:
        raise RefusedError(_("This was published already. Nothing was done again."))
    if row.state == State.DISSOLVED:
        raise RefusedError(_("This bundle was dissolved. Open it again first."))


def require_all_rights(readiness: Readiness, by: Any) -> None:
    """Raise `PermissionDenied` where somebody may not publish all of a bundle."""
    if not (may_work(by) and readiness.may_publish(by)):
        raise PermissionDenied
