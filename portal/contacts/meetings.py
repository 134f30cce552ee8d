"""Links to meetings, which people who work together send each other."""

import re

LINK = re.compile(
    r"\bhttps://(?:[a-z0-9-]{1,63}\.)?"
    r"(?:teams\.microsoft\.com|teams\.live\.com|zoom\.us|meet\.google\.com|meet\.jit\.si|8x8\.vc"
    r"|webex\.com)(?![^/?#\s])[^\s<>\"“”„]*",
    re.IGNORECASE,
)


def meetings(text: str) -> list[tuple[int, int]]:
    """Return where a text has links to meetings; only of the services' own hosts, with https."""
    return [match.span() for match in LINK.finditer(text)]
