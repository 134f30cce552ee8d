"""Telephone numbers in a plain text, however they are written, and not the figures of a report."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from portal.contacts.numbers import Number, runs

DAY, MONTH, YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
# Neither after nor before more digits of the same number.
ALONE, OVER = r"(?<!\d)(?<!\d[./:-])", r"(?![./:-]?\d)"
DATE = rf"(?:{DAY}[./-]{MONTH}[./-]{YEAR}|{YEAR}-{MONTH}-{DAY}|{MONTH}[./]{YEAR})"
# Dates, spans of years, laws, hours, rows of fractions, numbers of identity cards and firms.
FIGURES = re.compile(
    rf"{ALONE}(?:{DATE}(?:\s?-\s?{DATE})?"
    rf"|{YEAR}\s?[-/]\s?(?:{YEAR}|\d\d)|[1-9]\d{{0,4}}/{YEAR}){OVER}"
    rf"|{ALONE}[012]?\d:[0-5]\d(?:\s?-\s?[012]?\d:[0-5]\d)?{OVER}"
    rf"|{ALONE}[012]?\d\.[0-5]\d\s?-\s?[012]?\d\.[0-5]\d{OVER}"
    rf"|{ALONE}0[.,]\d{{1,3}}(?:[\s;,/-]{{1,3}}0[.,]\d{{1,3}}){{1,30}}(?!\d)"
    r"|(?<![^\W_])[a-np-z]\d{8}[a-z](?![^\W_])"
)
# What may also be a part of a number that begins as only telephone numbers do.
LOOSE_FIGURES = re.compile(
    rf"{ALONE}(?:{DAY}[./-]{MONTH}[./-]\d\d|\d{{1,2}}[.,]\d{{1,2}}){OVER}(?!\s?%?\s?\d{{3}})"
)
MOBILE = re.compile(r"(?:(?:00)?3550?|0)6[5-9]\d{7}")
FREE = re.compile(r"(?:116\d{3}|1\d\d|0?800\d{4,7})+")
YEARS = re.compile(rf"(?:{YEAR})+")
PLUS = re.compile(r"(?:\+|\bplus)[\s()\[\]]{0,3}$")
MONEY = re.compile(
    r"\s{0,3}(?:lek|leke\b|euro|€|\$|£|usd\b|all\b|eur\b|dollar|milion|million|mije|thousand|%)"
)
MONEY_BEFORE = re.compile(r"(?:lek\w?|euro|eur|usd|all|€|\$|£)\s{0,2}$")
OTHER_NUMBER = re.compile(r"\b(?:isbn|issn|doi|iban|orcid|nipt|swift)\b[^\n]{0,12}$")
ANNOUNCED = re.compile(
    r"\b(?:tel|telefon(?:i|in|it)?|cel|celular\w{0,3}|mob|mobile|phone|numri\s(?:im|yne)"
    r"|my\snumber|whatsapp|viber|call\sme|ring\sme|text\sme|me\s(?:telefono|merr|thirr)\w{0,3})\b"
    r"[^\n\d]{0,25}$"
)
# So many signs before a number say what it is.
BEFORE = 45
# So many numbers are read from each: more than any telephone number has digits.
MOST = 24


def telephones(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the plain text has telephone numbers, in order."""
    apart = {place for match in FIGURES.finditer(text) for place in range(*match.span())}
    loose = {place for match in LOOSE_FIGURES.finditer(text) for place in range(*match.span())}
    for run in runs(text, apart):
        first = 0
        while first < len(run):
            some = run[first : first + MOST]
            count = _mobile(some) or _other(text, _close(some, loose))
            if count:
                yield some[0].start, some[count - 1].end
            first += count or 1


def _mobile(some: list[Number]) -> int:
    """Return how many of the numbers make a mobile number of Albania, with anything between."""
    match = MOBILE.match("".join(number.digits for number in some))
    return _reaching(some, match.end()) if match else 0


def _reaching(some: list[Number], length: int) -> int:
    """Return how many of the numbers have so many digits; 0 if not even all of them do."""
    for count, number in enumerate(some, start=1):
        length -= len(number.digits)
        if length <= 0:
            return count
    return 0


def _close(some: list[Number], loose: set[int]) -> list[Number]:
    """Return the numbers from the first that stand as close as those of one telephone number."""
    close: list[Number] = []
    for number in some:
        if number.is_doubtful or number.start in loose or (close and not number.tight):
            break
        close.append(number)
    return close


def _other(text: str, close: list[Number]) -> int:
    """Return how many of the close numbers make a telephone number."""
    digits = "".join(number.digits for number in close)
    if len(digits) < 6 or FREE.fullmatch(digits) or YEARS.fullmatch(digits):
        return 0
    start, end = close[0].start, close[-1].end
    before = text[max(0, start - BEFORE) : start]
    if digits[0] == "0":
        return _reaching(close, 9) if _is_grouped(close) else 0
    if digits.startswith("355") or PLUS.search(before):
        return _reaching(close, 10)
    if MONEY.match(text, end) or MONEY_BEFORE.search(before) or OTHER_NUMBER.search(before):
        return 0
    if ANNOUNCED.search(before) and not _has_year(close):
        return len(close)
    return len(close) if _is_like_one(close, digits) else 0


def _is_grouped(close: list[Number]) -> bool:
    """Whether the numbers are the groups of one, or its digits one by one: no row of figures."""
    is_spelled = any(number.is_word for number in close)
    return is_spelled or len(close[0].digits) > 1 or all(len(each.digits) == 1 for each in close)


def _is_like_one(close: list[Number], digits: str) -> bool:
    """Whether numbers that nothing announces can hardly be anything else."""
    if not 9 <= len(digits) <= 15:
        return len(close) == 1 and len(digits) > 15
    if digits[0] == "6" and digits[1] >= "5" and len(digits) == 9 and not digits.endswith("000000"):
        return _is_grouped(close)
    if any(number.is_word for number in close):
        return all(number.is_word for number in close) and not _is_counting(close)
    return len(close) <= 6 and not (_is_thousands(close) or _is_counting(close) or _has_year(close))


def _is_counting(close: list[Number]) -> bool:
    """Whether somebody counts, to ten or in tens."""
    steps = Counter(int(after.digits) - int(each.digits) for each, after in pairwise(close))
    return len(close) > 3 and steps.most_common(1)[0][1] >= len(close) - 2


def _is_thousands(close: list[Number]) -> bool:
    """Whether the numbers are great ones in groups of three: 1 200 000, or 22 000 - 35 000."""
    lengths = [len(number.digits) for number in close]
    pairs = zip(lengths, [*lengths[1:], 0], strict=True)
    return max(lengths) <= 3 and all(length == 3 or after == 3 for length, after in pairs)


def _has_year(close: list[Number]) -> bool:
    return any(YEARS.fullmatch(number.digits) for number in close)
