"""What a line that a person types about themselves may hold, and what is an e-mail address."""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

# Control characters, line breaks, and what cannot be seen: marks that turn the direction of writing
# rewrite the line around a name.
UNSEEN = {"Cc", "Cf", "Zl", "Zp"}


def one_line(text: str) -> None:
    """Refuse signs that cannot be seen, line breaks and markup."""
    if any(unicodedata.category(sign) in UNSEEN for sign in text):
        raise ValidationError(_("This contains signs that cannot be seen. Please type it anew."))
    if "<" in text or ">" in text:
        raise ValidationError(_("Please leave out the signs < and >."))


def is_address(text: str) -> bool:
    """Whether a text is an e-mail address that our tables take."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254
