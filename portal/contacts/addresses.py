"""E-mail and web addresses in a plain text, however they are written."""

import re
from collections.abc import Iterator

GAP = r"[\s_*~|/\\-]{1,3}"
OPEN, CLOSE = r"\s{0,3}[(\[{<\"“„']\s{0,2}", r"\s{0,2}[)\]}>\"“”']\s{0,3}"
AT_WORD = (
    r"(?:at|et|te|ne|kukac|majmun|arroba|chiocciola|snail|(?:shenja|shenje)\s{1,2}(?:at|et)"
    r"|a\s{1,2}(?:e\s{1,2})?rrethuar)"
)
MARKED_AT = rf"(?:\s{{0,3}}@\s{{0,3}}|{OPEN}(?:@|a|{AT_WORD}){CLOSE})"
WORDED_AT = rf"(?<=\w)[\s_*~|/\\.-]{{1,3}}{AT_WORD}[\s_*~|/\\.-]{{1,3}}"
# What in no sentence stands before the name of a provider.
SURE_AT = (
    rf"(?:\s{{0,3}}@\s{{0,3}}|{OPEN}(?:@|at|et){CLOSE}"
    rf"|{GAP}(?:kukac|majmun|arroba|chiocciola|a\s{{1,2}}(?:e\s{{1,2}})?rrethuar){GAP})"
)
DOT_WORD = r"(?:dot|pike|pika|pik|punto)"
SPELLED_DOT = rf"(?:{OPEN}(?:\.|{DOT_WORD}){CLOSE}|{GAP}{DOT_WORD}{GAP}|\.{DOT_WORD}\.)"
DOT = rf"(?:\s{{0,3}}[.,]\s{{0,3}}|{SPELLED_DOT})"
LABEL = r"[a-z0-9][a-z0-9-]{0,40}"
# The ends of domains that are no words of either language.
END = r"(?:com|org|net|al|eu|edu|gov|biz|ch|fr|gr|mk|xk|rs|ru|uk|io|xyz|ly|gl|gle)"
ANY_END = (
    rf"(?:{END}|info|tv|it|de|me|co|us|at|be|es|nl|se|no|in|to|live|app|dev|online|site|link|page)"
)
PROVIDER = (
    r"(?:g\s?-?mail|yahoo|hotmail|outlook|icloud|proton\s?mail|proton|live|ymail|aol|gmx|zoho)"
)
EMAIL = re.compile(
    rf"{MARKED_AT}(?:{LABEL}{DOT}){{1,3}}{ANY_END}\b"
    # A word for @ is a word of sentences too, after which a full stop follows sooner or later.
    rf"|{WORDED_AT}(?:{LABEL}{SPELLED_DOT}){{1,3}}{ANY_END}\b"
    rf"|{WORDED_AT}(?:{LABEL}(?:\.|\s{{1,3}}\.\s{{0,3}})){{1,3}}{END}\b"
    rf"|{WORDED_AT}{PROVIDER}{DOT}{ANY_END}\b"
    rf"|{SURE_AT}{PROVIDER}\b"
    rf"|(?<=\w)@(?=\w)"
    rf"|@(?:\s{{1,3}}[a-z0-9]\b){{3,20}}"
    rf"|\b{PROVIDER}[\s.,]{{0,3}}com\b|{PROVIDER}{DOT_WORD}com\b"
)
# With a word for it: "my e-mail is drita at gmail".
TOLD_EMAIL = re.compile(
    r"\b(?:e-?mail|mail|adres|address)\w{0,4}(?:-i)?(?:\s{1,3}(?:im|ime|yne|address|adresa))?"
    r"(?:\s{0,3}[:=]|\s{1,3}(?:is|eshte|im|ime|me))\s{0,3}"
    rf"[\w.+-]{{2,40}}\s{{1,3}}(?:at|et|te|ne|on)\s{{1,3}}{PROVIDER}\b"
    rf"|\b[a-z][\w+-]{{1,40}}[._\d][\w.+-]{{0,20}}"
    rf"(?:\s{{1,3}}(?:at|et|te|ne|on)\s{{1,3}}|\s{{0,3}}[(,]\s{{0,3}}){PROVIDER}\b"
    rf"|\b(?:gmail|hotmail|yahoo)\s{{0,3}}[:=]\s{{0,3}}\w{{3}}"
)
LOCAL = re.compile(rf"[\w.+-]{{1,64}}(?:{SPELLED_DOT}[\w.+-]{{1,64}}){{0,2}}$")
WEB = re.compile(
    r"\bh(?:tt|xx)ps?\s{0,2}:|\bwww\s{0,2}\.|\bwww\s{1,3}[a-z0-9-]{2,40}[\s.]"
    rf"|(?<=[a-z0-9][a-z0-9-])\.{END}\b"
    rf"|(?<=[a-z0-9][a-z0-9-])\.{ANY_END}/|\byoutu\.be\b"
    rf"|\b(?!(?:the|an?|nje|kjo|ky)\s){LABEL}(?:{SPELLED_DOT}|\s{{1,3}}\.\s{{0,3}})"
    r"(?:com|org|net|al|eu|edu|gov|ly)\b"
    rf"|\b{LABEL}\.\s{{1,3}}com\b"
)
# Stands in no address, around which a sentence goes on.
NEVER_PART = frozenset(' \n"“”„«»()[]{}<>,;')
# So many signs before an @ or a dot are looked at for what belongs to it.
BEFORE = 100


def emails(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the plain text has e-mail addresses."""
    read = 0
    for match in EMAIL.finditer(text):
        start, end = match.span()
        if start < read:
            continue
        local = LOCAL.search(text[max(read, start - BEFORE) : start])
        read = _word_end(text, end)
        yield start - (len(local[0]) if local else 0), read
    yield from (match.span() for match in TOLD_EMAIL.finditer(text))


def web_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the plain text has web addresses, with or without https and www."""
    yield from words_around(text, WEB)


def words_around(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where the words are, without spaces, that a pattern is found in."""
    read = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        if start < read:
            continue
        while start > read and text[start - 1] not in NEVER_PART:
            start -= 1
        read = _word_end(text, end)
        yield start, read


def _word_end(text: str, end: int) -> int:
    while end < len(text) and text[end] not in NEVER_PART:
        end += 1
    return end
