"""The signed number of a form that was handed out: no cookie is needed to know it again."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.core.signing import BadSignature, TimestampSigner

# A tab may stay open over night.
LASTS = timedelta(hours=24)
_signer = TimestampSigner(salt="home.enquiries.tickets")


def new_ticket() -> str:
    """Return the number of a new form, signed with the time."""
    return _signer.sign(uuid4().hex)


def read_ticket(ticket: str) -> UUID | None:
    """Return the number that a form came with; None for one too old, or none of ours."""
    try:
        return UUID(hex=_signer.unsign(ticket, max_age=LASTS))
    except BadSignature:
        return None
