"""What stands on a person's page of the programmes and groups that they follow or lead."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import (
    CharField,
    Count,
    DateTimeField,
    OuterRef,
    Q,
    Subquery,
    UUIDField,
    Value,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from knowledgebase.training.learning.progress import next_in
from knowledgebase.training.models import Enrolment, LessonProgress, LiveSession
from knowledgebase.training.models.cohort import LEAD
from knowledgebase.training.roles import FIGURES
from portal.accounts.models import User
from portal.accounts.my_page import Link, Part
from portal.i18n import PageRow, page_rows


@dataclass
class Group:
    """An open cohort that a person is in, and when it meets next."""

    key: UUID
    name: str
    meets_at: datetime | None

    @property
    def link(self) -> Link:
        """The way to its page."""
        said = _("Your group")
        if self.meets_at:
            moment = date_format(timezone.localtime(self.meets_at), "DATETIME_FORMAT")
            said = _("Your group. Next session: %(moment)s") % {"moment": moment}
        return Link(reverse("group", args=[self.key]), self.name, said)


def parts(user: User) -> list[Part]:
    """Return what a person follows or has begun, with what is next in it, and what they lead.

    Takes two queries, and two more for what is next, however many programmes there are.
    """
    done, groups = followed_by(user)
    named = Q(translation_key__in=done) if done else Q(trainingpage__isnull=False)
    rows = [row for row in page_rows(named, live=True) if row.readable]
    here = sorted(rows, key=lambda row: row.language == get_language())
    best = {row.translation_key: row for row in here}
    empty = _(
        "You are not in a training programme yet. When a trainer invites you, we will send "
        "you a message and you will find the programme here."
    )
    following = next_in(user, best.values()) if done else {}
    links = []
    for row in best.values():
        links.append(Link(row.url, row.title, _help(done, row)))
        if step := following.get(row.translation_key):
            links.append(Link(step.url, _("Go on: %(title)s") % {"title": step.title}))
    links += [group.link for group in groups]
    return [Part(_("My programmes"), links, "" if done else empty), *_for_colleagues(user)]


def _for_colleagues(user: User) -> list[Part]:
    links = []
    if user.has_perm(LEAD):
        help_text = _("Invite people and see how they get on.")
        links.append(Link(reverse("cohorts"), _("My groups"), help_text))
    if user.has_perm(FIGURES):
        help_text = _("How many enrolled, completed and passed, for reports to donors.")
        links.append(Link(reverse("training_figures"), _("Training in figures"), help_text))
    return [Part(_("For your work"), links)] if links else []


def _help(done: dict[UUID, int], row: PageRow) -> str:
    if not done:
        return _("See which programmes there are; the lessons are open to everyone.")
    count = done[row.translation_key]
    return ngettext("%(num)s lesson done", "%(num)s lessons done", count) % {"num": count}


def followed_by(user: User) -> tuple[dict[UUID, int], list[Group]]:
    """Return how many lessons are done, by programme, and the open cohorts, by one query."""
    coming = LiveSession.objects.filter(
        cohort=OuterRef("cohort"), cancelled_at=None, ends_at__gt=timezone.now()
    )
    enrolled = Enrolment.objects.filter(user=user, left_at=None).order_by()
    begun = LessonProgress.objects.filter(user=user).order_by().values("programme")
    no_moment = Value(None, DateTimeField())
    no_cohort = (Value(None, UUIDField()), Value(None, CharField()), no_moment, no_moment)
    rows = enrolled.values_list(
        *("programme", Value(0), "cohort__key", "cohort__name", "cohort__closed_at"),
        Subquery(coming.order_by("starts_at").values("starts_at")[:1]),
    ).union(
        begun.annotate(done=Count("done_at")).values_list("programme", "done", *no_cohort),
        all=True,
    )
    done: dict[UUID, int] = {}
    groups = []
    for programme, count, key, name, closed_at, meets_at in rows:
        done[programme] = max(count, done.get(programme, 0))
        if key and not closed_at:
            groups.append(Group(key, name, meets_at))
    return done, groups
