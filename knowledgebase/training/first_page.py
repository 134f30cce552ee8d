"""What a trainer finds on the admin's first page: tasks that wait, and the way to the groups."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from knowledgebase.training.cohorts.tasks import handed_in_to
from knowledgebase.training.models import Cohort, HandedIn
from knowledgebase.training.models.cohort import LEAD
from knowledgebase.training.outline import whole_programme
from portal.accounts.models import User


def waiting(user: User) -> Iterator[tuple[str, str]]:
    """Yield a line, and where it leads, for each group in which tasks wait for an answer."""
    if not user.has_perm(LEAD):
        return
    for cohort in Cohort.objects.led_by(user).filter(closed_at=None).order_by("pk"):
        handed_in = handed_in_to(cohort, whole_programme(cohort.programme))
        count = handed_in.filter(state=HandedIn.State.WAITING).count()
        if count:
            text = ngettext(
                "%(count)s task is waiting for your answer: %(group)s",
                "%(count)s tasks are waiting for your answer: %(group)s",
                count,
            )
            words = {"count": count, "group": cohort.name}
            yield text % words, reverse("cohort_tasks", args=[cohort.key])


def places(user: User) -> list[tuple[str, str]]:
    """Return where a trainer works."""
    return [(_("Your training groups"), reverse("cohorts"))] if user.has_perm(LEAD) else []
