"""What a text states that harms when it is wrong: numbers, dates, times, telephones, addresses.

Two texts with the same facts differ in wording alone. Albanian and English are read as people
write them, numbers and months in words too; whatever is not known as a fact counts as wording.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from django.utils.html import strip_tags

from portal.contacts.numbers import NUMBERS
from portal.contacts.plain import plain

# Everything is bounded, so that a text of any kind takes time by its length.
ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]{1,500}|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}"
)
TELEPHONE = re.compile(r"(?<!\d)(?<!\d[ .,:/-])(?:\+|0)\d{1,15}(?:[ ./()-]{1,3}\d{1,15}){0,6}")
THOUSANDS = re.compile(r"\b\d{1,3}(?:[ .,]\d{3}){1,6}(?!\d)")
# A number, a date in figures or a time; what parts its figures is a matter of taste.
FIGURES = re.compile(r"\d{1,30}(?:[.,:/]\d{1,30}){0,6}")
WORD = re.compile(r"[a-z]{2,30}")

# In plain letters, as `portal.contacts.plain` writes them.
MONTHS = {
    form: f"month {number}"
    for number, (albanian, english) in enumerate(
        [
            ("janar", "january"),
            ("shkurt", "february"),
            ("mars", "march"),
            ("prill", "april"),
            ("maj", "may"),
            ("qershor", "june"),
            ("korrik", "july"),
            ("gusht", "august"),
            ("shtator", "september"),
            ("tetor", "october"),
            ("nentor", "november"),
            ("dhjetor", "december"),
        ],
        start=1,
    )
    for form in (*(f"{albanian}{ending}" for ending in ("", "i", "it", "in")), english)
}
DAYS = {
    form: f"day {number}"
    for number, (albanian, english) in enumerate(
        [
            ("hene", "monday"),
            ("marte", "tuesday"),
            ("merkure", "wednesday"),
            ("enjte", "thursday"),
            ("premte", "friday"),
            ("shtune", "saturday"),
            ("diele", "sunday"),
        ],
        start=1,
    )
    for form in (*(f"{albanian}{ending}" for ending in ("", "n", "s")), english)
}
# Words that also mean something else: an article, a floor, short, may, to march.
DOUBTFUL = {"nje", "nji", "one", "kat", "zer", "oh", "nil", "nought"}
WORDS = {word: digits for word, digits in NUMBERS.items() if word not in DOUBTFUL} | MONTHS | DAYS
BESIDE_FIGURES = {"shkurt", "may", "march"}


def facts(text: str) -> Counter[str]:
    """Return what a plain text or HTML states, each fact as often as it does."""
    return Counter(_facts(unescape(strip_tags(text))))


def _facts(text: str) -> Iterator[str]:
    yield from (found.rstrip(".,;:!?)").casefold() for found in ADDRESS.findall(text))
    rest = plain(ADDRESS.sub(" ; ", text)).text
    yield from ("".join(filter(str.isdigit, found)) for found in TELEPHONE.findall(rest))
    rest = THOUSANDS.sub(lambda found: re.sub(r"\D", "", found[0]), TELEPHONE.sub(" ; ", rest))
    yield from (re.sub(r"\D", ".", found) for found in FIGURES.findall(rest))
    for word in WORD.finditer(rest):
        if word[0] in WORDS and (word[0] not in BESIDE_FIGURES or _is_beside_figures(rest, word)):
            yield WORDS[word[0]]


def _is_beside_figures(text: str, word: re.Match[str]) -> bool:
    around = text[max(0, word.start() - 2) : word.start()] + text[word.end() : word.end() + 2]
    return any(map(str.isdigit, around))
