"""What search finds of mentors: only what they show to everyone, as it was reviewed."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from mentoring.directory.listing import DirectoryListing, Mentor
from mentoring.models.profile import Profile
from mentoring.profiles.showing import Reader
from search.content import Content

KIND = "mentor"


def parts(language: str, listed: QuerySet[Profile]) -> Iterator[tuple[UUID, Content]]:
    """Yield each of these whom a stranger sees, as the visitors of a language find them."""
    with override(language):
        listing = DirectoryListing(QueryDict(), Reader.STRANGER, listed)
        for mentor in listing.everyone:
            yield mentor.shown.profile.key, content(mentor, listing)


def content(mentor: Mentor, listing: DirectoryListing) -> Content:
    """Return what is found of a mentor; without a date, so that no feed keeps it."""
    headline, about, written_in = mentor.shown.texts
    place = mentor.shown.municipality
    named = place and listing.names["municipality"][place.pk]
    name = mentor.shown.name or (
        _("A mentor, %(place)s") % {"place": named.name} if named else _("A mentor")
    )
    work = [mentor.shown.position, mentor.shown.organisation]
    return Content(
        kind=KIND,
        language=written_in if headline or about else get_language() or "",
        title=name,
        summary=headline,
        paragraphs=[about] if about else [],
        names=[*filter(None, work), *listing.names_of(mentor)],
        labels=[("municipality", named.slug)] if named else [],
        weight=0.6,  # pages answer before the people who know
        path=reverse("mentor", args=[mentor.shown.profile.code]),
    )
