"""What stands on a person's page of the programmes that they follow, and the groups they lead."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import CharField, Count, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from knowledgebase.training.models import Enrolment, LessonProgress
from knowledgebase.training.models.cohort import LEAD
from portal.accounts.models import User
from portal.accounts.my_page import Link, Part
from portal.i18n import PageRow, page_rows


@dataclass
class Followed:
    """How far a person has come in a programme: lessons done, and the name of their cohort."""

    done: int = 0
    cohort: str = ""

    @property
    def help(self) -> str:
        """What is said beside the programme's title."""
        lessons = ngettext("%(num)s lesson done", "%(num)s lessons done", self.done)
        said = lessons % {"num": self.done}
        if not self.cohort:
            return said
        return _("Group: %(group)s. %(lessons)s") % {"group": self.cohort, "lessons": said}


def parts(user: User) -> list[Part]:
    """Return the programmes that a person is enrolled in or has begun, by two queries."""
    followed = followed_by(user)
    named = Q(translation_key__in=followed) if followed else Q(trainingpage__isnull=False)
    rows = [row for row in page_rows(named, live=True) if row.readable]
    here = sorted(rows, key=lambda row: row.language == get_language())
    best = {row.translation_key: row for row in here}
    empty = _(
        "You are not in a training programme yet. When a trainer invites you, we will send "
        "you a message and you will find the programme here."
    )
    links = [Link(row.url, row.title, _help(followed, row)) for row in best.values()]
    mine = Part(_("My programmes"), links, "" if followed else empty)
    if not user.has_perm(LEAD):
        return [mine]
    led = Link(reverse("cohorts"), _("My groups"), _("Invite people, see how far they have come."))
    return [mine, Part(_("Groups that I lead"), [led])]


def _help(followed: dict[UUID, Followed], row: PageRow) -> str:
    if not followed:
        return _("See which programmes there are; the lessons are open to everyone.")
    return followed[row.translation_key].help


def followed_by(user: User) -> dict[UUID, Followed]:
    """Return what a person follows or has begun, by programme; one query."""
    enrolled = Enrolment.objects.filter(user=user, left_at=None).order_by()
    begun = LessonProgress.objects.filter(user=user).order_by().values("programme")
    nothing = Value("", CharField())
    rows = enrolled.values_list("programme", Value(0), Coalesce("cohort__name", nothing)).union(
        begun.annotate(done=Count("done_at")).values_list("programme", "done", nothing), all=True
    )
    found: dict[UUID, Followed] = {}
    for programme, done, cohort in rows:
        each = found.setdefault(programme, Followed())
        each.done = max(each.done, done)
        each.cohort = each.cohort or cohort
    return found
