"""What members of the programme agree to: its code of conduct."""

from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.personal.consents import Purpose


def leave(user: User) -> None:
    """Let nobody ask, or be asked, who does not agree to the code any more."""


CODE_OF_CONDUCT = Purpose(
    key="mentoring_code",
    title=_("Code of conduct of the mentoring programme"),
    text=_("I treat what I learn from others as confidential."),
    version=1,
    withdrawn=leave,
)
PURPOSES = [CODE_OF_CONDUCT]
