"""What a line that a person types about themselves may hold, and what is an e-mail address."""

import re
from unicodedata import category

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

# Control characters, line breaks, and what cannot be seen: marks that turn the direction of writing
# rewrite the line around a name.
UNSEEN = {"Cc", "Cf", "Zl", "Zp"}
LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def neutral(text: str) -> str:
    """Return a text without signs that cannot be seen or turn the writing; its lines stay lines."""
    lines = LINE_END.sub("\n", text).replace("\t", " ")
    return "".join(sign for sign in lines if sign == "\n" or category(sign) not in UNSEEN)


def one_line(text: str) -> None:
    """Refuse signs that cannot be seen, line breaks and markup."""
    if any(category(sign) in UNSEEN for sign in text):
        raise ValidationError(
            _("This contains characters that cannot be seen. Please type it again.")
        )
    if "<" in text or ">" in text:
        raise ValidationError(_("Please leave out the signs < and >."))


def is_address(text: str) -> bool:
    """Whether a text is an e-mail address that our tables take."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254
