"""References in the manner of APA, seventh edition, in the active language."""

from django.utils.translation import get_language, npgettext, pgettext
from markupsafe import Markup

from knowledgebase.citing import phrases
from knowledgebase.citing.phrases import clean, comma_list, italic, joined, say
from knowledgebase.citing.work import Author, Kind, Person, Work, one_line
from knowledgebase.text.alphabet import first_letter

MOST_AUTHORS = 20
DATED_TO_THE_DAY = {Kind.WEB, Kind.VIDEO}


def apa(work: Work) -> Markup:
    """Return the reference as HTML; a work without authors begins with its title."""
    authors, date, title = _authors(work), _date(work), _title(work)
    opening = (authors, date, title) if authors else (title, date)
    text = phrases.sentences(*opening, _source(work), _publisher(work))
    return Markup(" ").join(filter(None, (text, _address(work))))


def _authors(work: Work) -> Markup:
    names = [clean(_inverted(author, work.language)) for author in work.authors]
    if len(names) > MOST_AUTHORS:
        return comma_list(*names[: MOST_AUTHORS - 1]) + ", … " + names[-1]
    return joined(names, pgettext("reference", "%(others)s, & %(last)s"))


def _editors(work: Work) -> Markup:
    names = [clean(_spoken(editor, work.language)) for editor in work.editors]
    if len(names) == 2:
        return joined(names, pgettext("reference", "%(others)s & %(last)s"))
    return joined(names, pgettext("reference", "%(others)s, & %(last)s"))


def _inverted(author: Author, language: str) -> str:
    if not isinstance(author, Person):
        return author.name
    return ", ".join(filter(None, (author.family, initials(author.given, language))))


def _spoken(author: Author, language: str) -> str:
    if not isinstance(author, Person):
        return author.name
    return " ".join(filter(None, (initials(author.given, language), author.family)))


def initials(given: str, language: str) -> str:
    """Return "A. M." for Ana Maria; in Albanian works "Dh." for Dhurata: a digraph is a letter."""
    language = language or get_language() or ""
    return " ".join(
        "-".join(f"{first_letter(part, language)}." for part in name.split("-") if part)
        for name in one_line(given).split()
    )


def _date(work: Work) -> Markup:
    if not work.issued:
        return say("(%(date)s)", date=pgettext("reference", "n.d."))
    if work.kind not in DATED_TO_THE_DAY:
        return say("(%(date)s)", date=work.issued.year)
    day, month = pgettext("reference date", "Y, F j"), pgettext("reference date", "Y, F")
    return say("(%(date)s)", date=phrases.date(work.issued, day, month))


def _title(work: Work) -> Markup:
    if work.kind == Kind.ARTICLE or _is_part(work):
        return clean(work.full_title)
    return _with_details(italic(work.full_title), phrases.edition(work), phrases.number(work), work)


def _with_details(title: Markup, first: Markup, second: Markup, work: Work) -> Markup:
    details = comma_list(first, phrases.version(work), second)
    return say("%(title)s (%(details)s)", title=title, details=details) if details else title


def _is_part(work: Work) -> bool:
    return work.kind == Kind.CHAPTER and bool(work.container_title)


def _source(work: Work) -> Markup:
    if _is_part(work):
        return _book(work)
    if work.kind == Kind.ARTICLE:
        return _journal(work)
    return clean(work.container_title)


def _book(work: Work) -> Markup:
    book = _with_details(
        italic(work.container_title), phrases.edition(work), phrases.labelled_pages(work), work
    )
    if not work.editors:
        return say(pgettext("reference", "In %(book)s"), book=book)
    pattern = npgettext(
        "reference",
        "In %(editors)s (Ed.), %(book)s",
        "In %(editors)s (Eds.), %(book)s",
        len(work.editors),
    )
    return say(pattern, editors=_editors(work), book=book)


def _journal(work: Work) -> Markup:
    issue = say("(%(issue)s)", issue=clean(work.issue)) if work.issue else Markup()
    volume = italic(work.volume) + issue
    return comma_list(italic(work.container_title), volume, phrases.page_numbers(work))


def _publisher(work: Work) -> Markup:
    """Return the publisher, unless it is an author too."""
    is_author = work.publisher in {author.name for author in work.authors}
    return Markup() if is_author else clean(work.publisher)


def _address(work: Work) -> Markup:
    """Return the address; with the day of reading only where the work itself has no date."""
    link = phrases.link(work)
    if not link or work.issued or not work.accessed:
        return link
    pattern = pgettext("reference date", "F j, Y")
    return say(
        pgettext("reference", "Retrieved %(date)s, from %(address)s"),
        date=phrases.date(work.accessed, pattern, "F Y"),
        address=link,
    )
