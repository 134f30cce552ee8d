"""What is missing before a bundle can go live, in plain words, each with the way to mend it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import String, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.publishing.bundles.facts import Facts, key_of
from portal.publishing.bundles.models import Bundle, BundleItem
from portal.publishing.rights import may_publish
from portal.translating.changes import NO_TEXT
from portal.translating.models import (
    OUTDATED,
    State,
    begin_address,
    edit_address,
    language_name,
)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that somebody should know of a thing in a bundle.

    One that `blocks` keeps the whole bundle from going live. `label` names what mends it, at
    `address`: a page or, where it `posts`, something that is done at once.
    """

    code: str
    text: str
    blocks: bool = True
    label: str = ""
    address: str = ""
    posts: bool = False


@dataclass
class Judged:
    """A thing in a bundle as it is now, `None` if it was deleted, and what is found about it.

    What does not go live has nothing to publish. `may_change` is for the page on which somebody
    looks at it: whether they may take it out, or take its new version.
    """

    item: BundleItem
    thing: Any
    translation: Translation | None = None
    findings: list[Finding] = field(default_factory=list)
    goes_live: bool = False
    may_change: bool = False

    @property
    def blocks(self) -> list[Finding]:
        """What keeps the bundle from going live."""
        return [finding for finding in self.findings if finding.blocks]

    @property
    def tone(self) -> str:
        """How it is, for a colour that helps to find it."""
        if not self.item.is_open:
            return "quiet"
        if self.blocks:
            return "missed"
        return "ready" if self.goes_live else "quiet"

    @property
    def is_out(self) -> bool:
        """Whether a finding offers to take it out already."""
        return any(finding.code in ("deleted", "nothing") for finding in self.findings)

    @property
    def kind(self) -> str:
        """What kind of page or term it is."""
        model = type(self.thing) if self.thing else self.item.content_type.model_class()
        return str(capfirst(model._meta.verbose_name)) if model else ""

    @property
    def language(self) -> str:
        """The language that it is in, as the person reads it."""
        return language_name(self.item.language)

    @property
    def about(self) -> str:
        """What buttons about it are called for those who hear the page."""
        return f"{self.item.title}, {self.language}"

    @property
    def edit_address(self) -> str:
        """Where it is edited."""
        return edit_address(type(self.thing), self.thing.pk) if self.thing else ""

    @property
    def public_address(self) -> str:
        """Where visitors read it."""
        is_page = isinstance(self.thing, Page) and self.thing.live
        return (self.thing.get_url() or "") if is_page else ""

    @property
    def order(self) -> tuple[bool, bool, str, int]:
        """Terms before pages, parents before children, and all sources before translations."""
        is_page = isinstance(self.thing, Page)
        return bool(self.translation), is_page, self.thing.path if is_page else "", self.item.pk


class Readiness:
    """A bundle judged by what holds now; `user` is whoever asks, None for the clock."""

    def __init__(self, bundle: Bundle, user: Any = None) -> None:
        """Read the items; all else is read when it is asked for."""
        self.bundle, self.user = bundle, user
        self.items = list(bundle.items.select_related("content_type").order_by("pk"))
        self.facts = Facts.of(self.items)

    @cached_property
    def judged(self) -> list[Judged]:
        """Each item with what is found, in the order in which they were put in."""
        known = [self._known(item) for item in self.items]
        self._drafts = {
            each.thing.translation_key: each
            for each in known
            if each.thing and not each.translation and each.goes_live
        }
        for each in known:
            # With its original it may have new words only then.
            each.goes_live |= bool(each.translation) and each.thing.translation_key in self._drafts
        self._going = {each.item.key for each in known if each.goes_live}
        for each in known:
            each.findings = list(self._findings(each))
        return known

    @property
    def is_ready(self) -> bool:
        """Whether all of it can go live, and something would."""
        goes_live = any(each.goes_live for each in self.judged)
        return goes_live and not any(each.blocks for each in self.judged)

    @property
    def seen(self) -> str:
        """What somebody who looks at the bundle sees of it; another answer means another bundle."""
        parts = (f"{item.pk}.{item.version}.{item.was_live}.{item.place}" for item in self.items)
        return ",".join(parts)

    def may_publish(self, user: Any) -> bool:
        """Whether somebody may publish all that is left of it; of nothing, any page."""
        things = self.facts.things.values()
        if not things:
            return bool(page_permission_policy.user_has_permission(user, "publish"))
        return all(may_publish(user, thing) for thing in things)

    def draft_for(self, each: Judged) -> Any:
        """Return the original that is published together with a translation; None without one."""
        original = self._drafts.get(each.thing.translation_key) if each.thing else None
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

    def _findings(self, each: Judged) -> Iterator[Finding]:
        item, thing = each.item, each.thing
        if thing is None:
            yield Finding(code="deleted", text=_("It was deleted."), **self._take_out(item))
            return
        if getattr(thing, "alias_of_id", None):
            yield Finding(
                code="alias",
                text=_("It shows its original, and has nothing of its own to publish."),
                label=_("Translate"),
                address=begin_address(type(thing), thing.alias_of_id),
            )
            return
        if each.goes_live:
            yield from self._what_changed(each)
            yield from self._texts(each)
            yield from self._when(each)
        else:
            yield self._nothing(each)
        yield from self._where(each)
        yield from self._who(each)
        yield from self._beside(each)
        if item.fault:
            text = _("The last attempt to publish it failed: %(reason)s")
            yield Finding(code="fault", text=text % {"reason": item.fault}, blocks=False)

    # --- Is it what somebody wanted to publish? ----------------------------------------------
    def _what_changed(self, each: Judged) -> Iterator[Finding]:
        item, thing = each.item, each.thing
        mend: dict[str, Any] = {
            "label": _("Take the new version"),
            "address": reverse("renew_bundle_item", args=[self.bundle.pk, item.pk]),
            "posts": True,
        }
        if item.was_live and not getattr(thing, "live", True):
            text = _("It was taken off the site after it was put in.")
            yield Finding(code="unpublished", text=text, **mend)
        elif item.version != self.facts.version_of(thing):
            text = _("It was changed after it was put in. Look at it, then take the new version.")
            yield Finding(code="changed", text=text, **mend)
        elif item.place != self.facts.place_of(thing):
            text = _("It was moved after it was put in, so its address is another one.")
            yield Finding(code="moved", text=text, **mend)

    def _nothing(self, each: Judged) -> Finding:
        thing, item = each.thing, each.item
        published = getattr(thing, "last_published_at", None)
        if getattr(thing, "live", False) and published and published > item.added_at:
            text = _("It is public already, since %(moment)s.") % {"moment": said(published)}
            return Finding(code="public", text=text, blocks=False)
        text = _("There is nothing to publish: it has no draft that is newer than what is public.")
        return Finding(code="nothing", text=text, **self._take_out(item))

    def _texts(self, each: Judged) -> Iterator[Finding]:
        if not each.translation:
            return
        missing = self._missing(each)
        if missing:
            text = ngettext(
                "%(count)s text is not translated.", "%(count)s texts are not translated.", missing
            )
            yield Finding(
                code="texts",
                text=text % {"count": missing},
                label=_("Translate the texts"),
                address=self._texts_address(each),
            )
        state = self.facts.states.get((each.thing.translation_key, each.thing.locale_id))
        if state and state.state in OUTDATED:
            yield Finding(
                code="outdated",
                text=_("What readers have in this language is out of date until it is published."),
                blocks=False,
            )

    def _missing(self, each: Judged) -> int:
        """Return how many texts have no words: of what would be published, if that is with it."""
        thing = each.thing
        original = self._drafts.get(thing.translation_key)
        known = {
            (path, text)
            for path, text, _said in self.facts.words[thing.translation_key, thing.locale_id]
        }
        wanted = (
            texts_of(self.facts.draft_of(original.thing))
            if original
            else self.facts.texts[each.translation.source_id if each.translation else 0]
        )
        return sum(text not in known for text in wanted)

    def _texts_address(self, each: Judged) -> str:
        if each.thing.translation_key in self._drafts:
            return reverse("translate_ahead", args=[self.bundle.pk, each.item.pk])
        return each.edit_address

    # --- When would it go live, and for how long? --------------------------------------------
    def _when(self, each: Judged) -> Iterator[Finding]:
        draft = each.thing if each.translation else self.facts.draft_of(each.thing)
        mend: dict[str, Any] = {"label": _("Change its dates"), "address": each.edit_address}
        planned = self.facts.planned.get(each.item.key)
        begins, ends = getattr(draft, "go_live_at", None), getattr(draft, "expire_at", None)
        moment = self.bundle.scheduled_for or self.facts.now
        if planned or (begins and begins > self.facts.now):
            text = _("It has an hour of its own at which it goes live: %(moment)s.")
            yield Finding(code="planned", text=text % {"moment": said(planned or begins)}, **mend)
        if ends and ends <= max(moment, self.facts.now):
            text = _("Its time on the site is over by then: %(moment)s.")
            yield Finding(code="expired", text=text % {"moment": said(ends)}, **mend)

    # --- Would visitors find it? -------------------------------------------------------------
    def _where(self, each: Judged) -> Iterator[Finding]:
        thing = each.thing
        if record := self.facts.taken_down.get(thing.translation_key):
            yield Finding(
                code="taken_down",
                text=_("It was taken down in an emergency. Undo that first."),
                label=_("Open the take-down"),
                address=reverse("take_down", args=[record]),
            )
        if not isinstance(thing, Page):
            return
        if thing.pk in self.facts.closed:
            yield Finding(
                code="closed",
                text=_("Not everybody may read it: it is private, or a page above it is."),
                label=_("Open the page"),
                address=each.edit_address,
            )
        for above in self._not_public_above(thing):
            yield Finding(
                code="below",
                text=_("The page above it is not public: “%(title)s”.") % {"title": above},
                label=_("Add that page"),
                address=add_address(above, self.bundle),
            )

    def _not_public_above(self, page: Page) -> Iterator[Page]:
        """Yield the pages above that are not public and would not be."""
        for above in self.facts.hidden_above:
            if page.is_descendant_of(above) and key_of(above) not in self._going:
                yield above

    # --- Does somebody else work on it? ------------------------------------------------------
    def _who(self, each: Judged) -> Iterator[Finding]:
        thing, key = each.thing, each.item.key
        opened: dict[str, Any] = {"label": _("Open it"), "address": each.edit_address}
        state = self.facts.states.get((thing.translation_key, thing.locale_id))
        if key in self.facts.in_review:
            text = _("It waits for a moderator, who decides on it there or gives it back.")
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
        if self.user and not may_publish(self.user, thing):
            text = _("You may not publish this; a moderator does.")
            yield Finding(code="right", text=text, blocks=False)
        session = self.facts.open_with.get(key)
        if session and session.user != self.user:
            text = _("%(person)s is editing it now.") % {"person": session.user}
            yield Finding(code="edited", text=text, blocks=False)

    # --- What goes with it? ------------------------------------------------------------------
    def _beside(self, each: Judged) -> Iterator[Finding]:
        for other in self.facts.languages[each.thing.translation_key]:
            if key_of(other) in self.facts.keys or getattr(other, "alias_of_id", None):
                continue
            translation = each.translation
            if translation and other.locale_id == translation.source.locale_id:
                yield from self._original_beside(other)
            elif each.goes_live and not translation and self.facts.translation_into(other):
                yield Finding(
                    code="left_out",
                    text=_("%(language)s is not in this bundle; readers keep what they have there.")
                    % {"language": language_name(other.locale.language_code)},
                    blocks=False,
                    **self._add(other),
                )

    def _original_beside(self, original: Any) -> Iterator[Finding]:
        if not getattr(original, "live", True):
            text = _("Its original is not public, and not in this bundle.")
            yield Finding(code="no_original", text=text, **self._add(original))
        elif self.facts.is_draft(original):
            text = _("Its original has a newer draft, which is not in this bundle.")
            yield Finding(code="original_left", text=text, blocks=False, **self._add(original))

    def _add(self, thing: Any) -> dict[str, Any]:
        return {"label": _("Add it"), "address": add_address(thing, self.bundle)}

    def _take_out(self, item: BundleItem) -> dict[str, Any]:
        address = reverse("take_out_bundle_item", args=[self.bundle.pk, item.pk])
        return {"label": _("Take it out"), "address": address, "posts": True}


def texts_of(draft: Any) -> list[tuple[str, Any]]:
    """Return what there is to translate in a draft: where, and which text by its digest."""
    return [
        (value.path, String._get_data_hash(value.string.data))
        for value in extract_segments(draft)
        if isinstance(value, StringSegmentValue) and value.path not in NO_TEXT
    ]


def said(moment: Any) -> str:
    """Return a moment in words."""
    return date_format(localtime(moment), "DATETIME_FORMAT")


def add_address(thing: Any, bundle: Bundle | None = None) -> str:
    """Return where somebody adds a thing to a bundle."""
    meta = Page._meta if isinstance(thing, Page) else thing._meta
    address = reverse("add_to_bundle", args=[meta.app_label, meta.model_name, thing.pk])
    return f"{address}?bundle={bundle.pk}" if bundle else address
