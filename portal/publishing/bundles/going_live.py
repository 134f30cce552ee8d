"""What is done with full bundles: scheduled, published as one, or found not to be ready.

As in `portal.publishing.actions` each says in order what it checks and what follows, and raises
`PermissionDenied` or `RefusedError`. None but `publish` touches a page or a term.
"""

import datetime
import logging
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Site
from wagtail_localize.models import Translation

from portal.mail.actions import send
from portal.publishing.bundles.filling import end
from portal.publishing.bundles.judged import Judged
from portal.publishing.bundles.mails import MISSED
from portal.publishing.bundles.models import Bundle, BundleItem, Missed, State
from portal.publishing.bundles.readiness import Readiness
from portal.publishing.bundles.rights import (
    locked_open,
    require_all_rights,
    require_open,
    require_right,
)
from portal.publishing.refusals import RefusedError
from portal.translations import lock_translations

log = logging.getLogger(__name__)


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
