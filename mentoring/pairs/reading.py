"""A pair as one of its two people sees it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Agreement, Change, PairMessage, Profile, Request
from mentoring.models.message import PairMessageQuerySet
from mentoring.models.report import has_open_report
from mentoring.models.request import AT_WORK, ENDED, PAIRED
from mentoring.pairs.open import why_closed
from mentoring.requests.reading import Seen, requests_of

# How long both still read what they wrote, after the pair has ended.
READABLE = timedelta(days=365)


@dataclass(frozen=True)
class Pair(Seen):
    """A pair as one of its two people sees it."""

    @cached_property
    def why_closed(self) -> str:
        """Why nothing is written now; empty where it is open."""
        return why_closed(self.request)

    @property
    def is_open(self) -> bool:
        """Whether either can write."""
        return not self.why_closed

    @property
    def agreement(self) -> Agreement | None:
        """What they agree on, once one of them has written it down."""
        return getattr(self.request, "agreement", None)

    @property
    def has_signed(self) -> bool:
        """Whether I have signed it as it is now."""
        return bool(self.agreement and self.agreement.is_signed_by(self.role))

    @property
    def other_has_signed(self) -> bool:
        """Whether the other has."""
        other = Change.By.MENTEE if self.is_mentor else Change.By.MENTOR
        return bool(self.agreement and self.agreement.is_signed_by(other))

    @cached_property
    def unread_count(self) -> int:
        """How many messages I have not opened."""
        return self.messages.unread_by(self.me.user).count()

    @cached_property
    def last_message(self) -> PairMessage | None:
        """What was written last and is still there."""
        return self.messages.exclude(text="").last()

    @property
    def messages(self) -> PairMessageQuerySet:
        """What they wrote, the oldest first."""
        return PairMessage.objects.filter(request=self.request)

    @cached_property
    def readable_until(self) -> datetime | None:
        """Until when both read what they wrote; None before the end."""
        if self.request.state not in ENDED:
            return None
        ended = self.request.changes.filter(state__in=ENDED).last()
        return (ended.at if ended else self.request.created_at) + READABLE

    @property
    def is_emptied(self) -> bool:
        """Whether that time is over."""
        return bool(self.readable_until and self.readable_until <= timezone.now())

    def name_of(self, message: PairMessage) -> str:
        """Return who wrote a message, as I read it."""
        if message.author_id == self.me.user_id:
            return _("You")
        return self.other_name if message.author_id else _("somebody who is no longer here")


def pair_of(profile: Profile, key: UUID) -> Pair:
    """Return a pair, at work or ended, as one of its two sees it; Http404 for anybody else."""
    if profile.left_at:
        raise Http404
    rows = requests_of(profile).filter(state__in=PAIRED)
    rows = rows.select_related("mentor__user", "mentee__user", "agreement")
    return Pair(get_object_or_404(rows, key=key), profile)


def pairs_at_work(profile: Profile) -> list[Pair]:
    """Return the pairs that a person works in."""
    return [Pair(row, profile) for row in requests_of(profile).filter(state__in=AT_WORK)]


def unread_counts(profile: Profile) -> dict[int, int]:
    """Return how many messages a person has not opened, by the number of the pair at work."""
    mine = Q(request__mentor=profile) | Q(request__mentee=profile)
    rows = PairMessage.objects.unread_by(profile.user).filter(mine, request__state__in=AT_WORK)
    return dict(rows.order_by().values_list("request").annotate(Count("pk")))


def over() -> QuerySet[Request]:
    """Return the pairs whose words nobody is to read any longer; a report keeps them until then."""
    ended = Change.objects.filter(
        request=OuterRef("pk"), state__in=ENDED, at__lt=timezone.now() - READABLE
    )
    return Request.objects.filter(Exists(ended), ~has_open_report(), state__in=ENDED)
