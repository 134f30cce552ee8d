"""Two people write down what they agree on, and sign it; each step is one transaction."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models import Agreement, Profile, Request
from mentoring.pairs import telling
from mentoring.pairs.open import lock_open
from mentoring.pairs.standing import VERSION
from mentoring.requests.steps import AlreadyDoneError
from portal.publishing.refusals import RefusedError

WORDS = ("goals", "rhythm", "rhythm_words", "ending")
CHANGED = _(
    "Nothing was saved: the other person has changed the agreement since you opened it. Their "
    "words are above, yours are still here. Compare them, then save again."
)
UNREAD = _(
    "Nothing was signed: the agreement has changed since you opened it. Please read it once more."
)


@transaction.atomic
def write(*, request: Request, by: Profile, mark: str, said: dict[str, Any]) -> Agreement:
    """Keep the words of the agreement that somebody changed who had read those of `mark`.

    `mark` is empty where nothing was written yet. Other words take both signatures away. Raises
    RefusedError.
    """
    row = lock_open(request)
    agreement = Agreement.objects.filter(request=row).first()
    if mark != (agreement.mark if agreement else ""):
        raise RefusedError(CHANGED)
    if agreement and agreement.standing == VERSION and _words(agreement) == said:
        return agreement
    words, agreement = telling.CHANGED, agreement or Agreement(request=row, version=0)
    if not agreement.version:
        words = telling.TO_SIGN
    for name, value in said.items():
        setattr(agreement, name, value)
    agreement.version, agreement.standing = agreement.version + 1, VERSION
    agreement.mentor_signed_at = agreement.mentee_signed_at = None
    agreement.written_by, agreement.written_at = by.user, timezone.now()
    agreement.save()
    telling.tell(row.other_of(row.role_of(by)), words, telling.AGREEMENT, row)
    return agreement


@transaction.atomic
def sign(*, request: Request, by: Profile, mark: str) -> Agreement:
    """Sign the words that somebody has read, by their `mark`; raises RefusedError for others."""
    row = lock_open(request)
    agreement = Agreement.objects.filter(request=row).first()
    if not agreement or agreement.mark != mark:
        raise RefusedError(UNREAD)
    role = row.role_of(by)
    if agreement.is_signed_by(role):
        raise AlreadyDoneError(_("You have done this already. Nothing more was changed."))
    if agreement.standing != VERSION:  # what was signed had other words of ours
        agreement.mentor_signed_at = agreement.mentee_signed_at = None
        agreement.standing = VERSION
    setattr(agreement, f"{role}_signed_at", timezone.now())
    agreement.save()
    if agreement.is_signed:
        telling.tell(row.other_of(row.role_of(by)), telling.BOTH_SIGNED, telling.AGREEMENT, row)
    elif agreement.written_by_id != by.user_id:  # who wrote it has told the other to sign
        telling.tell(row.other_of(row.role_of(by)), telling.SIGNED, telling.AGREEMENT, row)
    return agreement


def _words(agreement: Agreement) -> dict[str, Any]:
    return {name: getattr(agreement, name) for name in WORDS}
