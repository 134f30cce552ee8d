"""Whether what was put into a bundle is still what somebody meant, and what goes with it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.languages import language_name
from portal.publishing.bundles.contents import Contents
from portal.publishing.bundles.facts import key_of
from portal.publishing.bundles.judged import Finding, Judged, add_address, said
from portal.publishing.bundles.models import BundleItem
from portal.publishing.rights import may_publish
from portal.translating.models import State


def take_out(contents: Contents, item: BundleItem) -> dict[str, Any]:
    """Return the way to take an item out."""
    address = reverse("take_out_bundle_item", args=[contents.bundle.pk, item.pk])
    return {"label": _("Take it out"), "address": address, "posts": True}


def what_changed(contents: Contents, each: Judged) -> Iterator[Finding]:
    """Say whether it is what somebody wanted to publish."""
    item, thing = each.item, each.thing
    mend: dict[str, Any] = {
        "label": _("Take the new version"),
        "address": reverse("renew_bundle_item", args=[contents.bundle.pk, item.pk]),
        "posts": True,
    }
    if item.was_live and not getattr(thing, "live", True):
        text = _("It was taken off the site after it was put in.")
        yield Finding(code="unpublished", text=text, **mend)
    elif item.version != contents.facts.version_of(thing):
        text = _("It was changed after it was put in. Look at it, then take the new version.")
        yield Finding(code="changed", text=text, **mend)
    elif item.place != contents.facts.place_of(thing):
        text = _("It was moved after it was put in, so its address is another one.")
        yield Finding(code="moved", text=text, **mend)


def nothing(contents: Contents, each: Judged) -> Finding:
    """Say why it does not go live."""
    thing, item = each.thing, each.item
    published = getattr(thing, "last_published_at", None)
    if getattr(thing, "live", False) and published and published > item.added_at:
        text = _("It is public already, since %(moment)s.") % {"moment": said(published)}
        return Finding(code="public", text=text, blocks=False)
    text = _("There is nothing to publish: it has no draft that is newer than what is public.")
    return Finding(code="nothing", text=text, **take_out(contents, item))


def who(contents: Contents, each: Judged) -> Iterator[Finding]:
    """Say whether somebody else works on it, or must."""
    thing, key = each.thing, each.item.key
    opened: dict[str, Any] = {"label": _("Open it"), "address": each.edit_address}
    state = contents.facts.states.get((thing.translation_key, thing.locale_id))
    if key in contents.facts.in_review:
        text = _("It is waiting for a moderator, who decides on it there or gives it back.")
        yield Finding(code="review", text=text, **opened)
    if state and each.translation and state.state == State.REVIEW:
        text = _("It was handed over for review; who publishes this bundle approves it.")
        mend: dict[str, Any] = {"label": _("Read it"), "address": state.get_absolute_url()}
        yield Finding(code="handed_over", text=text, blocks=False, **mend)
    if getattr(thing, "locked", False):
        text = _("It is locked.")
        if thing.locked_by_id:
            text = _("%(person)s locked it.") % {"person": thing.locked_by}
        yield Finding(code="locked", text=text, **opened)
    if contents.user and not may_publish(contents.user, thing):
        text = _("You may not publish this; a moderator does.")
        yield Finding(code="right", text=text, blocks=False)
    session = contents.facts.open_with.get(key)
    if session and session.user != contents.user:
        text = _("%(person)s is editing it now.") % {"person": session.user}
        yield Finding(code="edited", text=text, blocks=False)


def beside(contents: Contents, each: Judged) -> Iterator[Finding]:
    """Say which of its other languages are not in the bundle."""
    for other in contents.facts.languages[each.thing.translation_key]:
        if key_of(other) in contents.facts.keys or getattr(other, "alias_of_id", None):
            continue
        translation = each.translation
        if translation and other.locale_id == translation.source.locale_id:
            yield from original_beside(contents, other)
        elif each.goes_live and not translation and contents.facts.translation_into(other):
            yield Finding(
                code="left_out",
                text=_("%(language)s is not in this bundle; readers keep what they have there.")
                % {"language": language_name(other.locale.language_code)},
                blocks=False,
                **add(contents, other),
            )


def original_beside(contents: Contents, original: Any) -> Iterator[Finding]:
    """Say what readers of a translation would miss of its original."""
    if not getattr(original, "live", True):
        text = _("Its original is not public, and not in this bundle.")
        yield Finding(code="no_original", text=text, **add(contents, original))
    elif contents.facts.is_draft(original):
        text = _("Its original has a newer draft, which is not in this bundle.")
        yield Finding(code="original_left", text=text, blocks=False, **add(contents, original))


def add(contents: Contents, thing: Any) -> dict[str, Any]:
    """Return the way to add another thing."""
    return {"label": _("Add it"), "address": add_address(thing, contents.bundle)}
