"""Writing down that somebody completed a programme, and issuing the certificate.

The person is locked before everything else, so that of two things that complete a programme in the
same second the later one sees the earlier.
"""

from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from knowledgebase.training.completing.award import award
from knowledgebase.training.completing.reading import (
    certificate_of,
    completion_of,
    enrolment_of,
)
from knowledgebase.training.completing.rule import Requirements
from knowledgebase.training.models.completion import Completion
from knowledgebase.training.models.learning import Enrolment
from knowledgebase.training.models.programme import ProgrammePage
from knowledgebase.training.reach import source_page, url_of
from portal.accounts.messages import write
from portal.accounts.models import User
from portal.certificates.actions import issue
from portal.certificates.models import Certificate
from portal.publishing.refusals import RefusedError

COMPLETED = gettext_lazy("You have completed the programme")
NAME_FIRST = gettext_lazy(
    "Your certificate needs your name, as it should appear there. Fill it in in your profile, then "
    "choose “Get the certificate” on the page of the programme."
)


@transaction.atomic
def look(*, user: User, programme: UUID) -> Completion | None:
    """Write down that a person completed a programme if that is so now; return it if it is new.

    Whatever may complete a programme calls this at the end of its own transaction, which has locked
    the person first. Only who is enrolled completes one. The certificate is issued along with it;
    whoever has no name that can be printed is told to fill it in.
    """
    user = User.objects.locked().get(pk=user.pk)
    enrolment = enrolment_of(user, programme)
    if not enrolment or completion_of(user, programme):
        return None
    page = source_page(ProgrammePage, programme)
    if not page or not Requirements(user, page).is_complete:
        return None
    completion = Completion.objects.create(user=user, programme=programme, cohort=enrolment.cohort)
    with override(user.language):
        try:
            certify(user=user, programme=programme)
        except RefusedError:
            write(user, subject=COMPLETED, text=NAME_FIRST, link=url_of(programme))
    return completion


def look_again() -> int:
    """Look at everybody who is enrolled and has not completed; return how many have now."""
    completed = Completion.objects.filter(user=OuterRef("user"), programme=OuterRef("programme"))
    waiting = Enrolment.objects.filter(~Exists(completed), left_at=None).order_by("pk")
    count = 0
    for enrolment in [*waiting.select_related("user")]:
        count += look(user=enrolment.user, programme=enrolment.programme) is not None
    return count


@transaction.atomic
def certify(*, user: User, programme: UUID) -> Certificate:
    """Return the certificate of a programme that the person completed, issued if there is none.

    One that has expired is renewed once the final test was passed again after its last day. Raises
    RefusedError where there is nothing to certify, after a revocation, and for a name that cannot
    be printed.
    """
    user = User.objects.locked().get(pk=user.pk)
    completion, page = completion_of(user, programme), source_page(ProgrammePage, programme)
    if not completion or not page or not url_of(programme):
        raise RefusedError(_("There is no certificate for this programme yet."))
    last = certificate_of(user, programme)
    if last and last.revoked_at:
        raise RefusedError(
            _(
                "Your certificate was revoked. If you think that it is a mistake, please write to "
                "us."
            )
        )
    requirements = Requirements(user, page)
    if last and not requirements.may_renew(last):
        raise RefusedError(
            _("Your certificate has expired. Pass the final test again to renew it.")
        )
    return issue(holder=user, award=award(requirements, completion), by=None)
