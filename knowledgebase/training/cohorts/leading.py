"""Who leads a cohort: trainers let others lead it too, hand it over and leave it."""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knowledgebase.training.cohorts.telling import tell
from knowledgebase.training.models import Cohort, CohortTrainer
from knowledgebase.training.models.cohort import LEAD
from portal.accounts.models import User
from portal.personal.audit import Action, record
from portal.publishing.refusals import RefusedError


def leaders() -> QuerySet[User]:
    """Return who may lead cohorts: those whose role allows it, and administrators."""
    app_label, codename = LEAD.split(".")
    by_role = Q(
        groups__permissions__content_type__app_label=app_label,
        groups__permissions__codename=codename,
    )
    return User.objects.filter(by_role | Q(is_superuser=True), is_active=True).distinct()


def led_by_nobody_but(user: User | None = None) -> QuerySet[Cohort]:
    """Return the cohorts that have no trainer who may lead them, or none but this user."""
    others = leaders().exclude(pk=user.pk) if user else leaders()
    return Cohort.objects.exclude(trainers__user__in=others)


@transaction.atomic
def add_trainer(*, cohort: Cohort, address: str) -> User | None:
    """Let the trainer who has this address lead a cohort too, and tell them.

    Returns None where no trainer has it, and does not tell whether anybody else has.
    """
    confirmed = Q(emailaddress__email__iexact=address, emailaddress__verified=True)
    trainer = leaders().filter(confirmed | Q(email__iexact=address)).first()
    if trainer:
        _let_lead(cohort, trainer)
    return trainer


@transaction.atomic
def put_in_charge(*, cohort: Cohort, trainer: User, by: User) -> None:
    """Give a cohort that nobody leads to a trainer; raises RefusedError if somebody does."""
    Cohort.objects.select_for_update().get(pk=cohort.pk)
    if not led_by_nobody_but().filter(pk=cohort.pk).exists():
        raise RefusedError(_("Somebody leads this group already."))
    _let_lead(cohort, trainer)
    record(Action.HANDED_OVER, by=by, about=trainer, of=cohort)


@transaction.atomic
def stop_leading(*, cohort: Cohort, user: User) -> None:
    """Let a trainer leave the lead; raises RefusedError for the last one."""
    # Locked, so that of two who leave at once one stays.
    Cohort.objects.select_for_update().get(pk=cohort.pk)
    if led_by_nobody_but(user).filter(pk=cohort.pk).exists():
        raise RefusedError(
            _("Nobody else leads this group. Add another trainer before you leave the lead.")
        )
    cohort.trainers.filter(user=user).delete()


def _let_lead(cohort: Cohort, trainer: User) -> None:
    _row, is_new = CohortTrainer.objects.get_or_create(cohort=cohort, user=trainer)
    if is_new:
        tell(
            trainer,
            cohort,
            subject=gettext_lazy("You lead a group"),
            text=gettext_lazy("You lead the group “%(group)s” from now on, and see who is in it."),
            page="cohort",
        )
