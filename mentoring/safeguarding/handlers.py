"""Who handles a report: a coordinator who has nothing to do with its two, else an administrator."""

from mentoring.matching.conflicts import kept_apart
from mentoring.models import Profile, Report
from mentoring.models.report import ReportQuerySet
from mentoring.roles import COORDINATE
from portal.accounts.models import User


def handled_by(user: User) -> ReportQuerySet:
    """Return the reports that somebody who coordinates may read and decide.

    Those of which they are a part, or from one of whose two something keeps them apart, are not
    there for them; a block or a conflict keeps no administrator away.
    """
    own = Profile.objects.filter(user=user).first()
    if not own:
        return Report.objects.all()
    apart = set() if user.is_superuser else kept_apart(own)
    near = Report.objects.with_any(apart | {own.pk})
    return Report.objects.exclude(pk__in=near.values("pk"))


def handlers(report: Report) -> list[User]:
    """Return who is told of a report: coordinators, and administrators where there is none."""
    app_label, codename = COORDINATE.split(".")
    coordinates = {
        "groups__permissions__content_type__app_label": app_label,
        "groups__permissions__codename": codename,
    }
    active = User.objects.filter(is_active=True)
    for people in (active.filter(**coordinates).distinct(), active.filter(is_superuser=True)):
        if able := [user for user in people if handled_by(user).filter(pk=report.pk).exists()]:
            return able
    return []
