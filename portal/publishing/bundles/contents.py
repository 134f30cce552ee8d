"""What stands in a bundle as it is now, and what of it goes live."""

from functools import cached_property
from typing import Any
from uuid import UUID

from wagtail.permissions import page_permission_policy

from portal.publishing.bundles.facts import Facts, Key
from portal.publishing.bundles.judged import Judged
from portal.publishing.bundles.models import Bundle, BundleItem
from portal.publishing.rights import may_publish
from portal.translating.models import State


class Contents:
    """The things in a bundle by what holds now; `user` is whoever asks, None for the clock."""

    def __init__(self, bundle: Bundle, user: Any = None) -> None:
        """Read the items; all else is read when it is asked for."""
        self.bundle, self.user = bundle, user
        self.items = list(bundle.items.select_related("content_type").order_by("pk"))
        self.facts = Facts.of(self.items)

    @property
    def seen(self) -> str:
        """What somebody who looks at the bundle sees of it; another answer means another bundle."""
        parts = (f"{item.pk}.{item.version}.{item.was_live}.{item.place}" for item in self.items)
        return ",".join(parts)

    @cached_property
    def known(self) -> list[Judged]:
        """Each item with what it is, in the order in which they were put in."""
        known = [self._known(item) for item in self.items]
        originals = {
            each.thing.translation_key for each in known if each.goes_live and not each.translation
        }
        for each in known:
            # With its original it may have new words only then.
            each.goes_live |= bool(each.translation) and each.thing.translation_key in originals
        return known

    @cached_property
    def drafts(self) -> dict[UUID, Judged]:
        """The originals that go live, by translation key."""
        return {
            each.thing.translation_key: each
            for each in self.known
            if each.thing and not each.translation and each.goes_live
        }

    @cached_property
    def going(self) -> set[Key]:
        """By what those that go live are known."""
        return {each.item.key for each in self.known if each.goes_live}

    def may_publish(self, user: Any) -> bool:
        """Whether somebody may publish all that is left of it; of nothing, any page."""
        things = self.facts.things.values()
        if not things:
            return bool(page_permission_policy.user_has_permission(user, "publish"))
        return all(may_publish(user, thing) for thing in things)

    def draft_for(self, each: Judged) -> Any:
        """Return the original that is published together with a translation; None without one."""
        original = self.drafts.get(each.thing.translation_key) if each.thing else None
        return original and original.thing

    def _known(self, item: BundleItem) -> Judged:
        thing = self.facts.things.get(item.key)
        known = Judged(item=item, thing=thing)
        if thing is None or getattr(thing, "alias_of_id", None):
            return known
        known.translation = self.facts.translation_into(thing)
        known.goes_live = (
            self._has_new_words(thing) if known.translation else self.facts.is_draft(thing)
        )
        return known

    def _has_new_words(self, thing: Any) -> bool:
        """Whether a translation would say something else if it were published now."""
        state = self.facts.states.get((thing.translation_key, thing.locale_id))
        is_public = getattr(thing, "live", True) and state and state.state == State.TRANSLATED
        return not is_public or getattr(thing, "has_unpublished_changes", False)
