"""The page on which a translation is handed over, read beside its original, and decided on."""

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail_localize.models import Translation

from portal.accounts.models import User
from portal.methods import require_form
from portal.publishing.refusals import RefusedError
from portal.publishing.rights import may_publish
from portal.translating.changes import Change, Changes, pieces
from portal.translating.forms import ReviewForm
from portal.translating.markup import as_typed
from portal.translating.models import Review
from portal.translating.reviewing import approve, ask_for_changes, hand_over, take_back
from portal.translating.views import frame, translation_for


class Pair(NamedTuple):
    """A string in both languages, as pairs of "same", "gone" or "new" and the words."""

    source: list[tuple[str, str]]
    translation: list[tuple[str, str]]
    is_urgent: bool = False


@require_form
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Show both languages side by side, and take what somebody decides."""
    translation, target = translation_for(request, pk)
    changes = Changes(translation)
    reviews = Review.objects.filter(of__translation=translation)
    last = reviews.select_related("handed_over_by", "decided_by", "of__translation").first()
    form = ReviewForm(request.POST or None, initial={"seen": changes.digest})
    if request.method == "POST" and form.is_valid():
        try:
            return _do(request, form, translation, last)
        except RefusedError as refusal:
            form.add_error(None, refusal.messages)
            form.look_again(changes.digest)
    context = {
        **frame(translation, target, _("Both languages side by side")),
        "translation": translation,
        "form": form,
        "last": last,
        "earlier": [each for each in reviews if each != last],
        "preview": reverse("wagtail_localize:preview_translation", args=[translation.pk]),
        **texts_of(changes),
        **rights_of(request.user, target, last),
    }
    return TemplateResponse(request, "translating/review.html", context)


def texts_of(changes: Changes) -> dict[str, Any]:
    """Return what the page shows of the strings: those that readers lack, and those they have."""
    return {
        "missing": len(changes.missing),
        "changed": [pair_of(change) for change in changes.found if change.segment.translation],
        "unchanged": list(_unchanged(changes)),
    }


def rights_of(user: Any, target: Any, last: Review | None) -> dict[str, bool]:
    """Return which steps the page offers somebody."""
    is_publisher = may_publish(user, target)
    is_waiting = last is not None and last.status == Review.Status.WAITING
    is_own = last is not None and last.handed_over_by == user
    return {
        "is_waiting": is_waiting,
        "may_publish": is_publisher,
        "may_take_back": is_waiting and (is_own or not is_publisher),
    }


def pair_of(change: Change) -> Pair:
    """Return a string whose words readers do not have yet, with what changed in either language."""
    words, new = change.segment.translation, as_typed(change.new)
    source = pieces(change.old, change.new) if change.old else [("same", new)]
    public = change.public
    translated = pieces(public.words, words) if public else [("same", as_typed(words))]
    return Pair([*source], [*translated], change.is_urgent)


def _unchanged(changes: Changes) -> Iterator[Pair]:
    """Yield the strings that readers have as they are."""
    found = {change.segment.pk for change in changes.found}
    for segment in changes.segments:
        if segment.pk not in found:
            source, words = as_typed(segment.string.data), as_typed(segment.translation or "")
            yield Pair([("same", source)], [("same", words)])


def _do(
    request: HttpRequest, form: ReviewForm, translation: Translation, last: Review | None
) -> HttpResponse:
    """Take the step whose button was pressed, and say what comes next."""
    user, said = cast(User, request.user), form.cleaned_data
    if said["step"] == "hand_over":
        hand_over(translation=translation, by=user, note=said["comment"])
        messages.success(request, _("Handed over. The moderators are told by e-mail."))
        return redirect("review_translation", translation.pk)
    if last is None:
        raise RefusedError(_("Nobody handed this translation over yet."))
    if said["step"] == "take_back":
        take_back(review=last, by=user)
        messages.success(request, _("Taken back. Hand it over again when it is finished."))
        return redirect("review_translation", translation.pk)
    if said["step"] == "ask":
        ask_for_changes(review=last, by=user, comment=said["comment"])
        messages.success(request, _("The translator is told by e-mail, with your comment here."))
    else:
        approve(review=last, by=user, seen=said["seen"], comment=said["comment"])
        messages.success(request, _("“%(title)s” is published.") % {"title": last.of.title})
    return redirect("translation_reviews")
