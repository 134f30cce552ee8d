"""Asks gently, once, before a text goes to others that seems to name or lead to a person.

It never blocks: whoever was asked may send the text as it is. What was found stands on that one
page and nowhere else; nothing is stored, counted or logged. It knows Albanian and English as people
write them, with and without diacritics, and looks for both in every text. It is a reminder, not a
safeguard: a name that no word announces is not found.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.forms import BaseForm
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from portal.traces import TRACE

# So many characters around what was found are shown, and so many findings.
AROUND = 30
MOST = 10

# Everything below is bounded, so that a text of any kind takes time by its length (test_linear.py).
NAME = r"(?:[A-ZÇË][\w’'-]{1,30}(?:\s{1,3}[A-ZÇË][\w’'-]{1,30}){0,2}|[A-ZÇË]\.\s{0,3}[A-ZÇË]\.)"
# What stands after a title, or has a name, and is nobody.
ROLE = (
    r"(?!(?i:koordinator|drejtor|kryetar|mentor|trajner|m[ëe]sues|ministr|moderator|avokat"
    r"|coordinator|director|mayor|trainer|teacher|minister|president))"
)
THING = (
    r"(?:qend[ëe]r|qendr|tem|modul|trajnim|kurs|shoqat|organizat|program|projekt|metod|shkoll"
    r"|detyr|dokument|centre|center|topic|course|training|organi[sz]ation|project|method|school"
    r"|assignment|document|shelter|streh)"
)
TITLED = re.compile(
    r"\b(?:(?i:znj|zj|zonj(?:a|ën|en|ës|es)|zonjush(?:a|ën|en|ës|es)|zoti[tn]?|mr|mrs|ms|miss|dr)\.?"
    rf"|[zZ]\.)\s{{0,3}}{ROLE}{NAME}"
)
NAMED = re.compile(
    r"\b(?i:[eits][ëe]?\s{1,3}quajtur(?:a|i|ën|en|in|ës|es|it)?|quhe[tjn]|quajn[ëe]"
    r"|me\s{1,3}em(?:rin|ër|er)"
    rf"|(?:mbi)?emri[nt]?(?:\s{{1,3}}(?!është|eshte|ishte|{THING})\w{{1,20}}){{0,3}}"
    r"\s{1,3}(?:është|eshte|ishte)"
    r"|named|called|goes\s{1,3}by|(?:sur)?name(?:’s|'s|\s{1,3}(?:is|was)))"
    rf"[\s:,]{{1,3}}[“\"„]?{NAME}"
)
# A match of NAMED that stands after one of these names a thing.
NAME_OF_A_THING = re.compile(rf"\b{THING}\w{{0,10}}\s{{1,3}}(?:is\s{{1,3}}|was\s{{1,3}})?$", re.I)
# After these a name is one in small letters too.
NAMED_IN_SMALL = re.compile(
    r"\b(?:(?:aj[oe]|ai|vajza|djali|gruaja|burri|n[ëe]na|babai|motra|v[ëe]llai)\s{1,3}quhe[tj]"
    r"|(?:she|he)\s{1,3}(?:is|was)\s{1,3}(?:called|named))\s{1,3}"
    r"(?!nj[ëe]\b|shpesh\b|si\b|an?\b|the\b|to\b|in\b|by\b|out\b|often\b|on\b)\w{2,30}",
    re.IGNORECASE,
)
MONTH = (
    r"(?:jan|shk|mar|pri|maj|qer|kor|gus|sht|tet|nën|nen|dhj"
    r"|feb|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,7}"
)
BIRTH = re.compile(
    r"\b(?:lindur|lindi|lindj\w{1,4}|(?:dat|dit)[ëe]lindj\w{1,4}|dtl|born|birth(?:day)?|dob)\b"
    r"[^\n!?;]{0,30}?\b\d{1,2}"
    rf"(?:[./-]\d{{1,2}}[./-]\d{{2,4}}|(?:st|nd|rd|th)?\s{{1,3}}(?:of\s{{1,3}})?{MONTH})",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?i:rr(?:ug(?:a|ë|e|ën|en|ës|es))?\.?|bulevard(?:i|in|it)?|blv\.?|fshat(?:i|in|it)"
    rf"|village\s{{1,3}}of)\s{{1,3}}[“\"„]?{NAME}"
    r"|\b(?i:lagj(?:ja|jen|jes|en|es|ia)|pallat(?:i|in|it)?|shkall[aë]n?|hyrj[ae]|ap(?:\.|artamenti)"
    r"|flat|apartment|house)\s{0,3}(?i:nr\.?|no\.?|number)?\s{0,3}\d{1,4}\b"
    r"|\b\d{1,4}[a-zA-Z]?,?\s{1,3}(?:[A-Z][\w’'-]{1,30}\s{1,3}){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Boulevard|Lane|Square)\b"
)
IDENTITY = re.compile(r"[A-Z]\d{8}[A-Z]", re.IGNORECASE)
# Other addresses of the web are sources that people cite.
PROFILE = re.compile(
    r"\b(?:facebook|fb|instagram|tiktok|linkedin|snapchat|twitter|x|wa|t|maps|goo)\.(?:com|me|gl|app)\b",
    re.IGNORECASE,
)
NO_TELEPHONE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}(?!\d)")
MONEY = re.compile(r"\s{0,3}(?:lek|euro|€|usd|all\b|eur\b)", re.IGNORECASE)


class Kind(TextChoices):
    """What a trace is."""

    NAME = "name", _("name")
    TELEPHONE = "telephone", _("telephone number")
    EMAIL = "email", _("e-mail address")
    WEB = "web", _("web address")
    PROFILE = "profile", _("name or link in a messenger or social network")
    IDENTITY = "identity", _("number of an identity document")
    BIRTH = "birth", _("date of birth")
    PLACE = "place", _("address")


PATTERNS = {
    TITLED: Kind.NAME,
    NAMED: Kind.NAME,
    NAMED_IN_SMALL: Kind.NAME,
    BIRTH: Kind.BIRTH,
    PLACE: Kind.PLACE,
}


@dataclass(frozen=True, order=True)
class Trace:
    """What a person may be found by: `text[start:end]`."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True)
class Excerpt:
    """A trace among the words around it, as a page shows it."""

    kind: str
    before: str
    found: str
    after: str


def traces_in(text: str) -> list[Trace]:
    """Return what people may be found by, in order; of two that overlap, the first."""
    return without_overlaps(
        [
            *_contacts(text),
            *(
                Trace(*match.span(), kind)
                for pattern, kind in PATTERNS.items()
                for match in pattern.finditer(text)
                if not (pattern is NAMED and _names_a_thing(text, match.start()))
            ),
        ]
    )


def without_overlaps(found: Iterable[Trace]) -> list[Trace]:
    """Return traces in order; of those that overlap, the first, and of those the longest."""
    traces: list[Trace] = []
    for trace in sorted(found, key=lambda each: (each.start, -each.end)):
        if not traces or trace.start >= traces[-1].end:
            traces.append(trace)
    return traces


def excerpts(text: str, find: Callable[[str], list[Trace]] = traces_in) -> list[Excerpt]:
    """Return the first MOST traces that `find` finds, among the words around them."""
    return [
        Excerpt(
            kind=str(capfirst(trace.kind.label)),
            before=_cut(text[max(0, trace.start - AROUND) : trace.start], trace.start > AROUND, ""),
            found=text[trace.start : trace.end],
            after=_cut(text[trace.end : trace.end + AROUND], "", trace.end + AROUND < len(text)),
        )
        for trace in find(text)[:MOST]
    ]


class GentleCheck(BaseForm):
    """A form that asks once whether its texts to others should lead to a person.

    `checked_fields` are their names, `find` says what to ask about. Until the person was asked, the
    form is not valid without having errors, so that a view shows it again; the component `field`
    shows what was found, and sends along that it did. After that, changed or not, it is valid.
    Comes before the form's class.
    """

    checked_fields: Sequence[str] = ()
    find: Callable[[str], list[Trace]] = staticmethod(traces_in)

    @property
    def warned_name(self) -> str:
        """What the hidden input is called that says that the person was asked."""
        return self.add_prefix("warned")

    def is_valid(self) -> bool:
        """Whether the form has no errors and nothing to ask."""
        return super().is_valid() and not self.warnings

    @cached_property
    def warnings(self) -> Mapping[str, list[Excerpt]]:
        """What was found, by field, after the form was checked; nothing where it was asked."""
        if not self.is_bound or self.data.get(self.warned_name):
            return {}
        texts = [(name, self.cleaned_data.get(name)) for name in self.checked_fields]
        found = {name: excerpts(text or "", self.find) for name, text in texts}
        return {name: each for name, each in found.items() if each}


def _names_a_thing(text: str, start: int) -> bool:
    return bool(NAME_OF_A_THING.search(text[max(0, start - AROUND) : start]))


def _contacts(text: str) -> Iterator[Trace]:
    """Yield numbers and addresses, each as the word or words that it is in."""
    read = 0
    for match in TRACE.finditer(text):
        start, end = match.span()
        if start < read:
            continue
        is_number = text[start].isdigit()
        belongs = str.isalnum if is_number else _is_no_space
        while start > read and belongs(text[start - 1]):
            start -= 1
        while end < len(text) and belongs(text[end]):
            end += 1
        read = end
        if kind := _kind(text, start, end, is_number):
            yield Trace(start, end, kind)


def _kind(text: str, start: int, end: int, is_number: bool) -> Kind | None:
    word = text[start:end]
    if not is_number and "@" in word:
        return Kind.EMAIL
    if not is_number:
        return Kind.WEB if PROFILE.search(word) else None
    if IDENTITY.fullmatch(word):
        return Kind.IDENTITY
    return None if NO_TELEPHONE.match(word) or MONEY.match(text, end) else Kind.TELEPHONE


def _is_no_space(letter: str) -> bool:
    return not letter.isspace()


def _cut(words: str, is_cut_before: Any, is_cut_after: Any) -> str:
    """Return words without those that were cut in two, an ellipsis in their place."""
    if is_cut_before and " " in words:
        words = f"…{words.partition(' ')[2]}"
    if is_cut_after and " " in words:
        words = f"{words.rpartition(' ')[0]}…"
    return words
