"""What keeps a thing in a bundle from going live, or visitors from finding it then."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import String
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.publishing.bundles.contents import Contents
from portal.publishing.bundles.facts import key_of
from portal.publishing.bundles.judged import Finding, Judged, add_address, said
from portal.translating.changes import NO_TEXT
from portal.translating.models import OUTDATED


def texts(contents: Contents, each: Judged) -> Iterator[Finding]:
    """Say what a translation lacks."""
    if not each.translation:
        return
    missing = missing_from(contents, each)
    if missing:
        text = ngettext(
            "%(count)s text is not translated.", "%(count)s texts are not translated.", missing
        )
        yield Finding(
            code="texts",
            text=text % {"count": missing},
            label=_("Translate the texts"),
            address=texts_address(contents, each),
        )
    state = contents.facts.states.get((each.thing.translation_key, each.thing.locale_id))
    if state and state.state in OUTDATED:
        yield Finding(
            code="outdated",
            text=_("What readers have in this language is out of date until it is published."),
            blocks=False,
        )


def missing_from(contents: Contents, each: Judged) -> int:
    """Return how many texts have no words: of what would be published, if that is with it."""
    thing = each.thing
    original = contents.drafts.get(thing.translation_key)
    known = {
        (path, text)
        for path, text, _said in contents.facts.words[thing.translation_key, thing.locale_id]
    }
    wanted = (
        texts_of(contents.facts.draft_of(original.thing))
        if original
        else contents.facts.texts[each.translation.source_id if each.translation else 0]
    )
    return sum(text not in known for text in wanted)


def texts_address(contents: Contents, each: Judged) -> str:
    """Return where its texts are translated."""
    if each.thing.translation_key in contents.drafts:
        return reverse("translate_ahead", args=[contents.bundle.pk, each.item.pk])
    return each.edit_address


def texts_of(draft: Any) -> list[tuple[str, Any]]:
    """Return what there is to translate in a draft: where, and which text by its digest."""
    return [
        (value.path, String._get_data_hash(value.string.data))
        for value in extract_segments(draft)
        if isinstance(value, StringSegmentValue) and value.path not in NO_TEXT
    ]


def when(contents: Contents, each: Judged) -> Iterator[Finding]:
    """Say whether it would go live at another hour, or not for long."""
    draft = each.thing if each.translation else contents.facts.draft_of(each.thing)
    mend: dict[str, Any] = {"label": _("Change its dates"), "address": each.edit_address}
    planned = contents.facts.planned.get(each.item.key)
    begins, ends = getattr(draft, "go_live_at", None), getattr(draft, "expire_at", None)
    moment = contents.bundle.scheduled_for or contents.facts.now
    if planned or (begins and begins > contents.facts.now):
        text = _("It has an hour of its own at which it goes live: %(moment)s.")
        yield Finding(code="planned", text=text % {"moment": said(planned or begins)}, **mend)
    if ends and ends <= max(moment, contents.facts.now):
        text = _("Its time on the site is over by then: %(moment)s.")
        yield Finding(code="expired", text=text % {"moment": said(ends)}, **mend)


def where(contents: Contents, each: Judged) -> Iterator[Finding]:
    """Say whether visitors would not find it."""
    thing = each.thing
    if record := contents.facts.taken_down.get(thing.translation_key):
        yield Finding(
            code="taken_down",
            text=_("It was taken down in an emergency. Undo that first."),
            label=_("Open the take-down"),
            address=reverse("take_down", args=[record]),
        )
    if not isinstance(thing, Page):
        return
    if thing.pk in contents.facts.closed:
        yield Finding(
            code="closed",
            text=_("Not everybody may read it: it is private, or a page above it is."),
            label=_("Open the page"),
            address=each.edit_address,
        )
    for above in not_public_above(contents, thing):
        yield Finding(
            code="below",
            text=_("The page above it is not public: “%(title)s”.") % {"title": above},
            label=_("Add that page"),
            address=add_address(above, contents.bundle),
        )


def not_public_above(contents: Contents, page: Page) -> Iterator[Page]:
    """Yield the pages above that are not public and would not be."""
    for above in contents.facts.hidden_above:
        if page.is_descendant_of(above) and key_of(above) not in contents.going:
            yield above
