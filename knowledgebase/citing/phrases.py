"""The pieces of a reference that all styles share, in the active language, as safe HTML."""

import datetime
from collections.abc import Sequence

from django.utils import dateformat
from django.utils.translation import npgettext, pgettext, pgettext_lazy
from markupsafe import Markup, escape

from knowledgebase.citing.work import PartialDate, Work, one_line

ENDS = (".", "?", "!", "…")
EDITIONS = {
    1: pgettext_lazy("reference", "%(number)sst ed."),
    2: pgettext_lazy("reference", "%(number)snd ed."),
    3: pgettext_lazy("reference", "%(number)srd ed."),
}


def say(pattern: str, **values: object) -> Markup:
    """Return a message with its values, all of it escaped."""
    return escape(pattern) % values


def clean(text: str) -> Markup:
    """Return text as HTML in one line."""
    return escape(one_line(text))


def italic(text: str) -> Markup:
    """Return text as HTML in italics; nothing for nothing."""
    return Markup("<i>{}</i>").format(one_line(text)) if text else Markup()


def sentences(*parts: Markup) -> Markup:
    """Return the parts that are there, each ended by a full stop if it has no end of its own."""
    return Markup(" ").join(part if is_ended(part) else part + "." for part in parts if part)


def is_ended(part: Markup) -> bool:
    """Whether a part needs no full stop, looking inside its quotation marks."""
    return part.striptags().rstrip("”“").endswith(ENDS)


def comma_list(*parts: Markup) -> Markup:
    """Return the parts that are there with commas between them."""
    return Markup(", ").join(filter(None, parts))


def joined(names: Sequence[Markup], pattern: str) -> Markup:
    """Return names with commas, the last one joined as `pattern` says (`others`, `last`)."""
    if len(names) < 2:
        return comma_list(*names)
    return say(pattern, others=comma_list(*names[:-1]), last=names[-1])


def date(known: PartialDate, full: str, month: str) -> str:
    """Return a date in the pattern `full`, or `month` where the day is not known."""
    if not known.month:
        return str(known.year)
    day = datetime.date(known.year, known.month, known.day or 1)
    return dateformat.format(day, full if known.day else month)


def edition(work: Work) -> Markup:
    """Return "2nd ed." for a number; other words as they were given."""
    if not work.edition.isdecimal():
        return clean(work.edition)
    number = int(work.edition)
    pattern = EDITIONS.get(0 if 10 < number % 100 < 14 else number % 10)
    return say(str(pattern or pgettext("reference", "%(number)sth ed.")), number=number)


def version(work: Work) -> Markup:
    """Return "Version 1.2", if there is one."""
    pattern = pgettext("reference", "Version %(number)s")
    return say(pattern, number=clean(work.version)) if work.version else Markup()


def number(work: Work) -> Markup:
    """Return "No. 12", if there is one."""
    pattern = pgettext("reference", "No. %(number)s")
    return say(pattern, number=clean(work.number)) if work.number else Markup()


def page_numbers(work: Work) -> Markup:
    """Return 12–15, 20, with the dash of ranges."""
    return clean(work.pages_with("–"))


def labelled_pages(work: Work) -> Markup:
    """Return "pp. 12–34", if the pages are known."""
    pages = page_numbers(work)
    pattern = npgettext(
        "reference", "p. %(pages)s", "pp. %(pages)s", 1 + any(mark in pages for mark in "–,")
    )
    return say(pattern, pages=pages) if pages else Markup()


def link(work: Work) -> Markup:
    """Return the address as a link, or as text if browsers should not follow it."""
    address = one_line(work.address)
    if not address.startswith(("https://", "http://")):
        return escape(address)
    return Markup('<a href="{0}">{0}</a>').format(address)
