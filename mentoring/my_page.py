"""What stands on a person's page of mentoring: what is next for them."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.models import Profile, Request
from mentoring.models.profile import Listing
from mentoring.pairs.reading import Pair, pairs_at_work, unread_counts
from mentoring.profiles.complete import missing
from mentoring.profiles.reading import standing_of
from portal.accounts.models import User
from portal.accounts.my_page import Link, Part


def parts(user: User) -> list[Part]:
    """Return the next step of a member, the way in for whoever may join, else nothing."""
    standing = standing_of(user)
    if standing.profile:
        mine = standing.profile
        pairs = _pairs(mine)
        suggested = [_suggested()] if mine.is_mentee and not pairs else []
        return [Part(_("My mentoring"), [*pairs, *suggested, _next(mine), _requests(mine)])]
    if not standing.may_join:
        return []
    help_text = _("Read the code of conduct and decide whether you take part.")
    way_in = Link(reverse("mentoring_join"), _("Join the mentoring programme"), help_text)
    return [Part(_("My mentoring"), [way_in])]


def _suggested() -> Link:
    help_text = _("See whom we suggest, and why.")
    return Link(reverse("mentoring_suggestions"), _("Mentors who may suit you"), help_text)


def _next(profile: Profile) -> Link:
    return Link(reverse("mentoring_profile"), _("My mentoring profile"), _in_words(profile))


def _pairs(profile: Profile) -> list[Link]:
    pairs = pairs_at_work(profile)
    new = unread_counts(profile) if pairs else {}
    return [_pair(pair, new.get(pair.request.pk, 0)) for pair in pairs]


def _pair(pair: Pair, new: int) -> Link:
    help_text = _("Your messages and your agreement are here.")
    if new:
        help_text = ngettext("%(num)s new message", "%(num)s new messages", new) % {"num": new}
    return Link(pair.url, _("You and %(name)s") % {"name": pair.other_name}, help_text)


def _requests(profile: Profile) -> Link:
    help_text = _("See what you asked, who has to answer, and until when.")
    if count := Request.objects.awaiting(profile).count():
        waiting = ngettext(
            "%(num)s request is waiting for your answer.",
            "%(num)s requests are waiting for your answer.",
            count,
        )
        help_text = waiting % {"num": count}
    return Link(reverse("mentoring_requests"), _("Mentoring requests"), help_text)


def _in_words(profile: Profile) -> str:
    if profile.is_paused:
        return _("You are pausing. Nobody new can ask you.")
    if not profile.is_mentor:
        return _("Say what you want to learn, and which languages and times suit you.")
    if profile.returned_because:
        return _("The coordinator asks you to change something.")
    return _listing_in_words(profile)


def _listing_in_words(profile: Profile) -> str:
    if profile.waits_since:
        return _("The coordinator is going to read your profile.")
    if profile.listing == Listing.LISTED:
        return _("You are in the directory.")
    if missing(profile):
        return _("Complete your profile, then ask to be listed.")
    return _("Your profile is complete. You can ask to be listed.")
