"""What stands on a person's page of the programmes that they follow."""

from datetime import datetime
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from knowledgebase.training.models import Cohort, Enrolment, LessonProgress, LiveSession
from knowledgebase.training.roles import FIGURES
from portal.accounts.models import User
from portal.accounts.my_page import Link, Part
from portal.i18n import PageRow, page_rows


def parts(user: User) -> list[Part]:
    """Return the programmes that a person is enrolled in or has begun, and their groups."""
    done = done_by_programme(user)
    named = Q(translation_key__in=done) if done else Q(trainingpage__isnull=False)
    rows = [row for row in page_rows(named, live=True) if row.readable]
    here = sorted(rows, key=lambda row: row.language == get_language())
    best = {row.translation_key: row for row in here}
    empty = _(
        "You are not in a training programme yet. When a trainer invites you, we will send "
        "you a message and you will find the programme here."
    )
    links = [Link(row.url, row.title, _help(done, row)) for row in best.values()]
    own = Part(_("My programmes"), [*links, *_groups(user)], "" if done else empty)
    return [own, *_for_colleagues(user)]


def _groups(user: User) -> list[Link]:
    """Return the open groups that a person is in, each with when it meets next, by one query."""
    coming = LiveSession.objects.filter(
        cohort=OuterRef("pk"), cancelled_at=None, ends_at__gt=timezone.now()
    )
    mine = Cohort.objects.filter(
        enrolments__user=user, enrolments__left_at=None, closed_at=None
    ).annotate(next=Subquery(coming.order_by("starts_at").values("starts_at")[:1]))
    return [Link(reverse("group", args=[each.key]), each.name, _meets(each.next)) for each in mine]


def _meets(starts_at: datetime | None) -> str:
    if not starts_at:
        return _("Your group")
    moment = date_format(timezone.localtime(starts_at), "DATETIME_FORMAT")
    return _("Your group. Next session: %(moment)s") % {"moment": moment}


def _for_colleagues(user: User) -> list[Part]:
    if not user.has_perm(FIGURES):
        return []
    help_text = _("How many enrolled, completed and passed, for reports to donors.")
    link = Link(reverse("training_figures"), _("Training in figures"), help_text)
    return [Part(_("For your work"), [link])]


def _help(done: dict[UUID, int], row: PageRow) -> str:
    if not done:
        return _("See which programmes there are; the lessons are open to everyone.")
    count = done[row.translation_key]
    return ngettext("%(num)s lesson done", "%(num)s lessons done", count) % {"num": count}


def done_by_programme(user: User) -> dict[UUID, int]:
    """Return how many lessons are done, by programme."""
    enrolled = Enrolment.objects.filter(user=user, left_at=None).order_by()
    begun = LessonProgress.objects.filter(user=user).order_by().values("programme")
    pairs = enrolled.values_list("programme", Value(0)).union(
        begun.annotate(done=Count("done_at")).values_list("programme", "done"), all=True
    )
    found: dict[UUID, int] = {}
    for programme, count in pairs:
        found[programme] = max(count, found.get(programme, 0))
    return found
