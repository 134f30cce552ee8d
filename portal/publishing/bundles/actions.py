"""What is done with bundles: made, filled, scheduled, published as one, dissolved.

As in `portal.publishing.actions` each says in order what it checks and what follows, and raises
`PermissionDenied` or `RefusedError`. None but `publish` touches a page or a term.
"""

import datetime
import logging
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Page, Site
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance

from portal.mail.actions import send
from portal.publishing.bundles.facts import Facts, key_of
from portal.publishing.bundles.mails import MISSED
from portal.publishing.bundles.models import (
    CHANGE,
    Bundle,
    BundleItem,
    Missed,
    State,
    kind_of,
)
from portal.publishing.bundles.readiness import Judged, Readiness
from portal.publishing.mixins import PublicAtOnce, is_gated
from portal.publishing.refusals import RefusedError
from portal.translations import lock_translations

log = logging.getLogger(__name__)

MOST = 40  # things in one bundle: all of them are locked and published in one transaction


class NotReadyError(RefusedError):
    """Raised where something in the bundle keeps it from going live; nothing was written."""


class FailedError(RefusedError):
    """Raised where the gate, or something that follows it, refused one `item`."""

    def __init__(self, item: BundleItem, reason: str) -> None:
        """Name the item."""
        text = _("Nothing was published: “%(title)s” could not be. %(reason)s")
        super().__init__(text % {"title": item.title, "reason": reason})
        self.item, self.reason = item, reason


class BusyError(RefusedError):
    """Raised where the database let somebody else go first; trying again helps."""


# --- Making and filling --------------------------------------------------------------------------
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
    text = _("“%(title)s” stands in “%(bundle)s” already. Take it out there first.")
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


# --- Going live ----------------------------------------------------------------------------------
@transaction.atomic
def schedule(*, bundle: Bundle, at: datetime.datetime, seen: str, by: Any) -> Bundle:
    """Have the clock publish a bundle as it is now, at an hour to come.

    Checks: the right to publish each thing, that it is what the person saw, that it is ready.
    """
    row = locked_open(bundle)
    row.scheduled_for = at
    readiness = Readiness(row, by)
    require_all_rights(readiness, by)
    if at <= timezone.now():
        raise RefusedError(_("This hour is over. Choose one to come, or publish now."))
    require_ready(readiness, seen)
    row.scheduled_by, row.is_ready, row.missed_at, row.missed_why = by, True, None, ""
    row.save()
    return row


@transaction.atomic
def unschedule(*, bundle: Bundle, by: Any) -> Bundle:
    """Publish it at no hour by itself; for who made it and who may publish all of it."""
    row = locked_open(bundle)
    if row.made_by_id != by.pk:
        require_all_rights(Readiness(row, by), by)
    require_right(by)
    row.scheduled_for = row.scheduled_by = None
    row.save(update_fields=["scheduled_for", "scheduled_by"])
    return row


def publish(*, bundle: Bundle, seen: str, by: Any) -> Bundle:
    """Make all of a bundle public at one moment, or nothing of it; return the record.

    Checks: nobody else publishes it or changes what stands in it now; the right to publish each
    thing; that it is what the person saw; that it is ready. Follows: terms before pages, parents
    before children, originals before translations, each through the gate with all that follows
    there; the record. What the gate refused is kept beside its item.
    """
    return _all_or_nothing(bundle, lambda row: (by, seen))


def publish_when_due(*, bundle: Bundle) -> Bundle:
    """Publish a bundle whose hour has come as whoever scheduled it, or write down why not.

    Somebody else may have been faster; then nothing happens. Raises `BusyError`, after which the
    next minute tries again.
    """
    with translation.override(settings.LANGUAGE_CODE):
        try:
            return _all_or_nothing(bundle, _scheduled)
        except BusyError:
            raise
        except PermissionDenied:
            return miss(bundle=bundle, why=Missed.NO_RIGHT)
        except NotReadyError:
            return miss(bundle=bundle, why=Missed.NOT_READY)
        except RefusedError:
            return miss(bundle=bundle, why=Missed.FAILED)


def _scheduled(row: Bundle) -> tuple[Any, str] | None:
    """Return who scheduled a bundle that is due; None where it is not, or not any more."""
    if not row.is_open or row.scheduled_for is None or row.scheduled_for > timezone.now():
        return None
    if row.scheduled_by is None or not row.scheduled_by.is_active:
        raise PermissionDenied
    return row.scheduled_by, ""


def _all_or_nothing(bundle: Bundle, begun_by: Any) -> Bundle:
    """Publish a bundle as `begun_by` says of the locked row, in one transaction."""
    try:
        with transaction.atomic():
            row = Bundle.objects.locked(bundle)
            begun = begun_by(row)
            return _publish(row, *begun) if begun else row
    except Bundle.DoesNotExist:
        raise RefusedError(_("This bundle is no longer there.")) from None
    except FailedError as failed:
        Site.clear_site_root_paths_cache()  # may have been read from what was undone
        BundleItem.objects.filter(pk=failed.item.pk).update(fault=failed.reason)
        raise
    except OperationalError as error:
        raise BusyError(
            _("Somebody else publishes at this moment. Nothing was published; please try again.")
        ) from error


def _publish(row: Bundle, by: Any, seen: str) -> Bundle:
    require_open(row)
    lock_translations(*Readiness(row).facts.things.values())
    readiness = Readiness(row, by)  # read again under the lock
    require_all_rights(readiness, by)
    require_ready(readiness, seen or readiness.seen)
    for each in sorted(readiness.judged, key=lambda judged: judged.order):
        if each.goes_live:
            make_public(each, by)
    row.items.filter(pk__in=[each.item.pk for each in readiness.judged if each.goes_live]).update(
        went_live=True, fault=""
    )
    return end(row, State.PUBLISHED, by)


def make_public(each: Judged, by: Any) -> None:
    """Publish one thing through the gate; raises `FailedError` with the reason."""
    try:
        _make_public(each, by)
    except (PermissionDenied, OperationalError):
        raise
    except ValidationError as refusal:
        raise FailedError(each.item, " ".join(refusal.messages)) from refusal
    except Exception as error:
        log.exception("bundle %s: item %s", each.item.bundle_id, each.item.pk)
        reason = _("Something went wrong on the server. Tell those who look after it.")
        raise FailedError(each.item, reason) from error


def _make_public(each: Judged, by: Any) -> None:
    model = type(each.thing)
    if each.translation:
        # Its source was perhaps published just now, which changed both.
        Translation.objects.get(pk=each.translation.pk).save_target(user=by, publish=True)
    else:
        model._default_manager.get(pk=each.thing.pk).latest_revision.publish(user=by)
    if not issubclass(model, DraftStateMixin):
        return
    now = model._default_manager.get(pk=each.thing.pk)
    if not now.live or now.live_revision_id != now.latest_revision_id:
        raise RefusedError(_("It did not become public."))


@transaction.atomic
def miss(*, bundle: Bundle, why: Missed) -> Bundle:
    """Write down that a bundle did not go live at its hour, and write to who should know, once.

    It is scheduled no longer: nobody expects it any more at the minute at which it would be ready.
    """
    row = Bundle.objects.locked(bundle)
    if not row.is_open or row.scheduled_for is None:
        return row
    row.missed_at, row.missed_why, row.scheduled_for = row.scheduled_for, why, None
    row.is_ready = False
    row.save(update_fields=["missed_at", "missed_why", "scheduled_for", "is_ready"])
    concerned = {each.pk: each for each in (row.scheduled_by, row.made_by) if each}
    for _pk, person in sorted(concerned.items()):
        if person.is_active and person.email:
            send(MISSED, to=person, link=row.get_absolute_url())
    return row


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


# --- What is asked of all of them ----------------------------------------------------------------
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
            _("“%(title)s” is public as soon as it is saved: there is nothing that could wait.")
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


def require_all_rights(readiness: Readiness, by: Any) -> None:
    """Raise `PermissionDenied` where somebody may not publish all of a bundle."""
    if not (may_work(by) and readiness.may_publish(by)):
        raise PermissionDenied


def require_ready(readiness: Readiness, seen: str) -> None:
    """Raise `NotReadyError` where something is missing, or is not what somebody saw."""
    if seen != readiness.seen:
        raise NotReadyError(
            _("The bundle was changed while you looked at it. Nothing was published; look again.")
        )
    if not readiness.is_ready:
        raise NotReadyError(
            _("Nothing was published: something is missing. It is said beside each item.")
        )


def check(row: Bundle) -> bool:
    """Write down whether a bundle is ready, for the list; return it."""
    is_ready = Readiness(row).is_ready
    Bundle.objects.filter(pk=row.pk).update(is_ready=is_ready, checked_at=timezone.now())
    return is_ready


def check_some(most: int = 20) -> None:
    """Look again at the open bundles that nobody looked at for longest."""
    for row in Bundle.objects.open().order_by("checked_at", "pk")[:most]:
        check(row)
