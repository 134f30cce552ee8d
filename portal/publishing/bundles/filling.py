"""What is done with open bundles: made, filled, dissolved and opened again.

As in `portal.publishing.actions` each says in order what it checks and what follows, and raises
`PermissionDenied` or `RefusedError`. None of them touches a page or a term.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.publishing.bundles.facts import Facts, key_of
from portal.publishing.bundles.models import Bundle, BundleItem, State, kind_of
from portal.publishing.bundles.readiness import Readiness
from portal.publishing.bundles.rights import (
    locked_open,
    may_change,
    require_addable,
    require_all_rights,
    require_right,
)
from portal.publishing.refusals import RefusedError

MOST = 40  # things in one bundle: all of them are locked and published in one transaction


@transaction.atomic
def make(*, title: str, by: Any) -> Bundle:
    """Make an empty bundle."""
    require_right(by)
    return Bundle.objects.create(title=title, made_by=by)


@transaction.atomic
def rename(*, bundle: Bundle, title: str, by: Any) -> Bundle:
    """Give it another name."""
    row = open_to(bundle, by)
    row.title = title
    row.save(update_fields=["title"])
    return row


@transaction.atomic
def add(*, bundle: Bundle, things: Iterable[Any], by: Any) -> list[BundleItem]:
    """Put pages, terms or translations into a bundle, as they are now; those in it stay.

    Checks: that the bundle is open to the person, the right to edit each, that each can be
    published and stands in no other open bundle, that there is room.
    """
    row = open_to(bundle, by)
    known = set(row.items.values_list("content_type_id", "object_id"))
    # In one order, so that two people who add the same things do not wait for each other.
    new = sorted((each for each in things if key_of(each) not in known), key=key_of)
    for thing in new:
        require_addable(thing, by)
    if len(known) + len(new) > MOST:
        raise RefusedError(
            _("So much cannot go live at one moment: %(most)s at most.") % {"most": MOST}
        )
    facts = Facts(key_of(thing) for thing in new)
    try:
        with transaction.atomic():
            items = [BundleItem.objects.create(**described(row, thing, facts, by)) for thing in new]
    except IntegrityError:
        raise RefusedError(elsewhere(new)) from None
    answers_now(row, by)
    check(row)
    return items


def described(bundle: Bundle, thing: Any, facts: Facts, by: Any) -> dict[str, Any]:
    """Return what an item says of a thing as it is now."""
    return {
        "bundle": bundle,
        "content_type": kind_of(thing),
        "object_id": thing.pk,
        "translation_key": thing.translation_key,
        "language": thing.locale.language_code,
        "title": str(facts.draft_of(thing))[:255],
        "added_by": by,
        **seen_now(thing, facts),
    }


def seen_now(thing: Any, facts: Facts) -> dict[str, Any]:
    """Return by what it is told later that a thing is not as it is now."""
    return {
        "version": facts.version_of(thing),
        "was_live": getattr(thing, "live", True),
        "place": facts.place_of(thing),
    }


def elsewhere(things: Iterable[Any]) -> str:
    """Return why these cannot be added: one stands in another bundle."""
    taken = BundleItem.objects.about(*things).select_related("bundle").first()
    if taken is None:
        return _("Somebody took it out of another bundle just now. Please try again.")
    text = _("“%(title)s” is already in “%(bundle)s”. Take it out there first.")
    return text % {"title": taken.title, "bundle": taken.bundle}


@transaction.atomic
def take_out(*, bundle: Bundle, item: BundleItem, by: Any) -> None:
    """Take something out of a bundle; the thing itself stays what it is.

    Checks: that the person made the bundle, or may edit the thing, unless that was deleted.
    """
    row = open_to(bundle, by)
    thing = Facts.of([item]).things.get(item.key)
    if thing and not may_change(by, row, thing):
        raise PermissionDenied
    row.items.filter(pk=item.pk).delete()
    answers_now(row, by)
    check(row)


@transaction.atomic
def take_new_version(*, bundle: Bundle, item: BundleItem, by: Any) -> None:
    """Let the bundle publish a thing as it is now.

    Checks: that the person made the bundle, or may edit the thing.
    """
    row = open_to(bundle, by)
    known = row.items.filter(pk=item.pk).first()
    facts = Facts.of([known] if known else [])
    thing = facts.things.get(known.key) if known else None
    if known is None or thing is None:
        raise RefusedError(_("It was taken out or deleted meanwhile."))
    if not may_change(by, row, thing):
        raise PermissionDenied
    values = {**seen_now(thing, facts), "title": str(facts.draft_of(thing))[:255], "fault": ""}
    row.items.filter(pk=known.pk).update(**values)
    answers_now(row, by)
    check(row)


@transaction.atomic
def dissolve(*, bundle: Bundle, by: Any) -> Bundle:
    """End a bundle without publishing it; for who made it and who may publish all of it."""
    row = locked_open(bundle)
    require_right(by)
    if row.made_by_id != by.pk:
        require_all_rights(Readiness(row, by), by)
    row.scheduled_for = None
    return end(row, State.DISSOLVED, by)


@transaction.atomic
def reopen(*, bundle: Bundle, by: Any) -> Bundle:
    """Open a dissolved bundle again, with what stood in it as it was seen then.

    Checks: that nothing of it stands in another open bundle meanwhile.
    """
    require_right(by)
    row = Bundle.objects.locked(bundle)
    if row.state != State.DISSOLVED:
        raise RefusedError(_("Only a bundle that was dissolved can be opened again."))
    try:
        with transaction.atomic():
            row.items.update(is_open=True)
    except IntegrityError:
        things = Facts.of(row.items.all()).things.values()
        raise RefusedError(elsewhere(things)) from None
    row.state, row.ended_at, row.ended_by = State.OPEN, None, None
    row.save(update_fields=["state", "ended_at", "ended_by"])
    check(row)
    return row


def end(row: Bundle, state: State, by: Any) -> Bundle:
    """Make the bundle a record of what became of it."""
    row.items.update(is_open=False)
    row.state, row.ended_at, row.ended_by, row.is_ready = state, timezone.now(), by, False
    row.save()
    return row


def open_to(bundle: Bundle, by: Any) -> Bundle:
    """Return the bundle, locked, if somebody may change what stands in it.

    What is scheduled was seen by whoever scheduled it: only who may publish all of it changes it.
    """
    require_right(by)
    row = locked_open(bundle)
    if row.scheduled_for and not Readiness(row, by).may_publish(by):
        raise RefusedError(
            _("It is scheduled. A moderator changes it, or cancels the hour before you do.")
        )
    return row


def answers_now(row: Bundle, by: Any) -> None:
    """Let whoever changes what is scheduled be who publishes it."""
    if row.scheduled_for:
        row.scheduled_by = by
        row.save(update_fields=["scheduled_by"])


def check(row: Bundle) -> bool:
    """Write down whether a bundle is ready, for the list; return it."""
    is_ready = Readiness(row).is_ready
    Bundle.objects.filter(pk=row.pk).update(is_ready=is_ready, checked_at=timezone.now())
    return is_ready


def check_some(most: int = 20) -> None:
    """Look again at the open bundles that nobody looked at for longest."""
    for row in Bundle.objects.open().order_by("checked_at", "pk")[:most]:
        check(row)
