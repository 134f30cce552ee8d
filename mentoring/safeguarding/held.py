"""What reports and blocks hold about people; nobody learns from a copy who reported them."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models import Block, Opening, Profile, Report
from mentoring.models.report import ReportQuerySet
from mentoring.safeguarding.telling import IS_ERASED, tell_handlers
from portal.accounts.models import User
from portal.personal.held import WITH_ACCOUNT, Ground, Held, Kept
from portal.personal.person import Person

AFTER_DECISION = 730  # days, as the audit trail is kept
TWO_YEARS = Kept(
    text=_("two years after the coordinator has decided"), days=AFTER_DECISION, since="closed_at"
)
STAYS = _("That there was a report stays with the coordinator, without you and without words.")


def made_by(user: User) -> QuerySet[Report]:
    """Return what somebody reported."""
    return Report.objects.filter(by__user=user)


def decided_about(user: User) -> QuerySet[Report]:
    """Return what others reported of somebody, once it was decided."""
    return Report.objects.filter(about__user=user, closed_at__isnull=False)


def of(profiles: QuerySet[Profile]) -> ReportQuerySet:
    """Return the reports in which some people have a part."""
    return Report.objects.filter(Q(by__in=profiles) | Q(about__in=profiles))


def take_words_out(profiles: QuerySet[Profile]) -> None:
    """Take all words out of the reports in which some people have a part."""
    Opening.objects.filter(report__in=of(profiles)).update(because="")
    of(profiles).update(words="", note="")


def take_out(person: Person) -> None:
    """Take the person and all words out of reports; whoever decides an open one is told."""
    mine = Profile.objects.filter(user=person.user)
    for report in of(mine).open().select_related("by", "about"):
        tell_handlers(report, IS_ERASED)
    take_words_out(mine)
    made_by(person.user).update(by=None)
    Report.objects.filter(about__in=mine).update(about=None)
    Report.objects.filter(by=None, about=None).delete()


def left_long_ago(days: int) -> QuerySet[Profile]:
    """Return the profiles of those who left so long ago, but not while a report is open."""
    reported = Report.objects.open()
    left = Profile.objects.filter(left_at__lt=timezone.now() - timedelta(days=days))
    waits = Q(reports_made__in=reported) | Q(reports_about__in=reported)
    return left.exclude(pk__in=Profile.objects.filter(waits).values("pk"))


HELD = [
    Held(
        model="mentoring.Report",
        name=_("What you reported to the coordinator of mentoring"),
        purpose=_("so that the coordinator can act, and nothing is lost meanwhile"),
        ground=Ground.LEGITIMATE,
        kept=TWO_YEARS,
        fields=("kind", "reason", "words", "made_at", "closed_at"),
        rows=made_by,
        erase=take_out,
        stays=STAYS,
    ),
    Held(
        model="mentoring.Report",
        name=_("Reports in mentoring that were about you, without who made them"),
        purpose=_("so that the coordinator can act, and nothing is lost meanwhile"),
        ground=Ground.LEGITIMATE,
        kept=TWO_YEARS,
        fields=("closed_at", "decision"),
        rows=decided_about,
        stays=STAYS,
    ),
    Held(
        model="mentoring.Report",
        name=_("Reports in mentoring that you decided"),
        purpose=_("to know who decided, and why"),
        ground=Ground.LEGITIMATE,
        kept=TWO_YEARS,
        links=("closed_by",),
        fields=("closed_at", "decision"),
        secret=("note",),
        stays=_("The decision stays for two years, without your name."),
    ),
    Held(
        model="mentoring.Opening",
        name=_("Mentoring pairs that you opened because of a report"),
        purpose=_("to know who read what two people wrote to each other, and why"),
        ground=Ground.LEGITIMATE,
        kept=Kept(text=_("as long as the report")),
        links=("by",),
        fields=("at",),
        secret=("because",),
        stays=_("That the pair was read stays with the report, without your name."),
    ),
    Held(
        model="mentoring.Block",
        name=_("Whom you blocked in mentoring: since when"),
        purpose=_("so that you do not meet them in the programme"),
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        rows=lambda user: Block.objects.filter(by__user=user),
        fields=("since",),
    ),
]
