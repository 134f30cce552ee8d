"""What somebody can be found by: telephone numbers, e-mail and web addresses in a text."""

import re

# Numbers of laws, dates and spans of years have at most eight digits and something between them.
TRACE = re.compile(
    r"@\w|\d(?:[\s./()-]*\d){8,}|\d{7,}|https?:|www\.|\w\.(?:al|com|eu|info|net|org)\b",
    re.IGNORECASE,
)


def has_trace(text: str) -> bool:
    """Whether somebody could be found by the text, perhaps the wrong person."""
    return bool(TRACE.search(text))
