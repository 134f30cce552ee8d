"""References in the author-date manner of Chicago, eighteenth edition, in the active language."""

from django.utils.text import capfirst
from django.utils.translation import pgettext
from markupsafe import Markup

from knowledgebase.citing import phrases
from knowledgebase.citing.phrases import clean, comma_list, italic, joined, say
from knowledgebase.citing.work import Author, Kind, Work

MOST_AUTHORS = 6
SHOWN_OF_MANY = 3
QUOTED = {Kind.ARTICLE, Kind.CHAPTER, Kind.WEB}


def chicago(work: Work) -> Markup:
    """Return the reference as HTML; a work without authors begins with its title."""
    authors, year, title = _authors(work.authors), _year(work), _title(work)
    opening = (authors, year, title) if authors else (title, year)
    return phrases.sentences(
        *opening, *_source(work), clean(work.publisher), *_dates(work), phrases.link(work)
    )


def _authors(authors: tuple[Author, ...]) -> Markup:
    """Return the names, of which only the first is inverted."""
    names = [clean(author.inverted) for author in authors[:1]]
    names += [clean(author.name) for author in authors[1:]]
    if len(names) > MOST_AUTHORS:
        return say(
            pgettext("reference", "%(names)s, et al."), names=comma_list(*names[:SHOWN_OF_MANY])
        )
    return joined(names, pgettext("reference", "%(others)s, and %(last)s"))


def _year(work: Work) -> Markup:
    if work.issued:
        return clean(str(work.issued.year))
    return clean(capfirst(pgettext("reference", "n.d.")))


def _title(work: Work) -> Markup:
    if work.kind not in QUOTED:
        return italic(work.full_title)
    title = clean(work.full_title)
    if phrases.is_ended(title):
        return say(pgettext("reference", "“%(title)s”"), title=title)
    return say(pgettext("reference", "“%(title)s.”"), title=title)


def _source(work: Work) -> tuple[Markup, ...]:
    edition = phrases.edition(work)
    details = (edition[:1].upper() + edition[1:], phrases.version(work))
    if work.kind == Kind.CHAPTER and work.container_title:
        return (_book(work), *details)
    if work.kind == Kind.ARTICLE:
        return (_journal(work),)
    return (*details, phrases.number(work), clean(work.container_title))


def _book(work: Work) -> Markup:
    book = say(pgettext("reference", "In %(book)s"), book=italic(work.container_title))
    return comma_list(book, _editors(work.editors), phrases.page_numbers(work))


def _editors(editors: tuple[Author, ...]) -> Markup:
    if not editors:
        return Markup()
    names = [clean(editor.name) for editor in editors]
    pattern = pgettext("reference", "%(others)s and %(last)s")
    if len(names) > 2:
        pattern = pgettext("reference", "%(others)s, and %(last)s")
    return say(pgettext("reference", "edited by %(editors)s"), editors=joined(names, pattern))


def _journal(work: Work) -> Markup:
    issue = say("(%(issue)s)", issue=clean(work.issue)) if work.issue else Markup()
    journal = italic(work.container_title)
    volume = Markup(" ").join(filter(None, (journal, clean(work.volume), issue)))
    return Markup(": ").join(filter(None, (volume, phrases.page_numbers(work))))


def _dates(work: Work) -> tuple[Markup, ...]:
    """Return the day of a web page, whose year stands before, else the day of reading."""
    if work.kind == Kind.WEB and work.issued and work.issued.month:
        pattern = pgettext("reference date", "F j")
        return (clean(capfirst(phrases.date(work.issued, pattern, "F"))),)
    if work.issued or not work.accessed:
        return ()
    date = phrases.date(work.accessed, pgettext("reference date", "F j, Y"), "F Y")
    return (say(pgettext("reference", "Accessed %(date)s"), date=date),)
