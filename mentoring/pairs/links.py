"""Links to what is in a pair, signed for whoever is shown them; they work for an hour."""

from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404

from mentoring.models import Attachment, Session
from portal.accounts.models import User

LASTS = 3600  # seconds


def _signer(model: type[Attachment | Session], user: User) -> TimestampSigner:
    return TimestampSigner(salt=f"{model._meta.label} {user.key}")


def signed(row: Attachment | Session, user: User) -> str:
    """Return what ends the address of something that somebody is shown."""
    return _signer(type(row), user).sign(row.key.hex)


def key_of(model: type[Attachment | Session], token: str, user: User) -> UUID:
    """Return the key to which a link leads; Http404 for a late one and another's."""
    try:
        return UUID(hex=_signer(model, user).unsign(token, max_age=LASTS))
    except BadSignature as error:
        raise Http404 from error
