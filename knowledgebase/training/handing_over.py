"""The cohorts that nobody else leads: somebody takes them before their trainer's account goes."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from knowledgebase.training.cohorts.leading import leaders, led_by_nobody_but
from knowledgebase.training.models import CohortTrainer
from portal.accounts.models import User
from portal.publishing.refusals import RefusedError


def belongings(user: User) -> list[str]:
    """Return how many cohorts would have nobody who leads them."""
    count = led_by_nobody_but(user).filter(trainers__user=user).count()
    if not count:
        return []
    said = ngettext(
        "%(count)s training group that nobody else leads",
        "%(count)s training groups that nobody else leads",
        count,
    )
    return [said % {"count": count}]


def take_over(of: User, to: User) -> None:
    """Let somebody who may lead cohorts lead these; raises RefusedError for anybody else."""
    cohorts = led_by_nobody_but(of).filter(trainers__user=of)
    if not cohorts.exists():
        return
    if not leaders().filter(pk=to.pk).exists():
        raise RefusedError(_("Training groups go with it: choose a trainer."))
    CohortTrainer.objects.bulk_create(
        [CohortTrainer(cohort=cohort, user=to) for cohort in cohorts], ignore_conflicts=True
    )
