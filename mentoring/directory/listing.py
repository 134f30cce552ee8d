"""The mentors that an address asks for, as the reader may see them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.db.models import QuerySet, TextChoices
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from mentoring.availability import Availability
from mentoring.matching.facts import PAIRS_AT_WORK, fields_by_profile
from mentoring.models.profile import Language, Meeting, Part, Profile
from mentoring.profiles.showing import Reader, Shown, sees, sees_anything
from portal.i18n import PageRow, targets_of
from portal.inputs import capitalised
from portal.listing import Listing
from portal.terms.models import Municipality, Need, Skill
from portal.terms.rows import TermRow, term_rows
from search.terms import asked_terms, index_terms

LONGEST_QUERY = 200
FACETS = {"needs": "need", "skills": "skill"}


WORDS = {
    Part.NAME: ("name",),
    Part.WORK: ("position", "organisation"),
    Part.WORDS: ("headline", "headline_en", "about", "about_en"),
}
# Who says nothing of it stands between those who have time and those who have none.
RANK = {Availability.NOW: 0, Availability.LATER: 1, None: 1, Availability.FULL: 2}


@dataclass
class Mentor:
    """A profile in the list: what the reader sees of it, and the terms that it names."""

    shown: Shown
    fields: Mapping[str, set[int]]
    free_places: int

    @property
    def pk(self) -> int:
        return self.shown.profile.pk

    def chosen(self, part: Part, name: str) -> Any:
        """Return what the person chose, where the reader sees that part; else None."""
        profile = self.shown.profile
        return getattr(profile, name) if sees(profile, part, self.shown.reader) else None

    @cached_property
    def texts(self) -> list[str]:
        """All words that the reader sees, in whatever language."""
        profile, reader = self.shown.profile, self.shown.reader
        seen = (names for part, names in WORDS.items() if sees(profile, part, reader))
        return [profile.reviewed.get(name, "") for names in seen for name in names]

    @cached_property
    def availability(self) -> Availability | None:
        """When there is time for somebody new; None where the person does not show it."""
        profile = self.shown.profile
        if not sees(profile, Part.MEETING, self.shown.reader):
            return None
        places = 0 if profile.is_paused else self.free_places
        return Availability.of(places, profile.available_from)


class DirectoryListing(Listing):
    """Mentors by field, municipality, language, way of meeting and availability, and by words.

    Four queries, however many mentors there are. `listed` are whom to choose from.
    """

    def __init__(self, query: QueryDict, reader: Reader, listed: QuerySet[Profile]) -> None:
        super().__init__(query)
        self.reader = reader
        self.listed = listed
        self.text = query.get("q", "").strip()[:LONGEST_QUERY]

    @cached_property
    def rows(self) -> list[Mentor]:
        """Those who have all words that were asked for."""
        wanted = {*asked_terms(self.text, self.language)}
        return [each for each in self.everyone if wanted <= self.terms_of(each)]

    @cached_property
    def everyone(self) -> list[Mentor]:
        """Those who show the reader anything: whoever has time first, and all take turns."""
        fields = fields_by_profile(self.listed)
        profiles = self.listed.select_related("municipality").annotate(taken=PAIRS_AT_WORK)
        mentors = [
            Mentor(
                Shown(profile, self.reader),
                fields[profile.pk] if sees(profile, Part.FIELDS, self.reader) else {},
                profile.capacity - profile.taken,
            )
            for profile in profiles
            if sees_anything(profile, self.reader)
        ]
        day = timezone.localdate().isoformat()
        return sorted(
            mentors, key=lambda each: (RANK[each.availability], turn(each.shown.profile, day))
        )

    @property
    def language(self) -> str:
        return get_language() or settings.LANGUAGE_CODE

    def terms_of(self, mentor: Mentor) -> set[str]:
        """Return the terms of all words that the reader sees, in the language of the page."""
        texts = [*mentor.texts, *self.names_of(mentor)]
        return {term for text in texts for term in index_terms(text, self.language)}

    def names_of(self, mentor: Mentor) -> Iterator[str]:
        """Yield the names of what the mentor chose from lists."""
        yield from self.names_of_fields(mentor)
        if place := mentor.shown.municipality:
            yield self.names["municipality"][place.pk].name

    def names_of_fields(self, mentor: Mentor) -> list[str]:
        """Return the names of needs, skills and models."""
        named = (self.names[name][pk].name for name in FACETS for pk in mentor.fields.get(name, ()))
        models = mentor.fields.get("integration_models", ())
        return [*named, *(self.models[pk].title for pk in models if pk in self.models)]

    @cached_property
    def names(self) -> dict[str, dict[int, TermRow]]:
        """All needs, skills and municipalities by the source's id, in the reader's language."""
        rows = term_rows({Need: None, Skill: None, Municipality: None})
        kinds = {"needs": "need", "skills": "skill", "municipality": "municipality"}
        return {name: {row.id: row for row in rows[kind]} for name, kind in kinds.items()}

    @cached_property
    def models(self) -> Mapping[int, PageRow]:
        """The integration models that are named and that anybody may read, by id."""
        named = {pk for each in self.everyone for pk in each.fields.get("integration_models", ())}
        return targets_of(named) if named else {}

    @property
    def facet_labels(self) -> dict[str, str]:
        """The facets by name."""
        return {
            "need": _("Need"),
            "skill": _("Skill"),
            "model": pgettext("filter", "Integration model"),
            "municipality": _("Municipality"),
            "speaks": _("Language"),
            "meeting": _("Way of meeting"),
            "time": _("Availability"),
        }

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """By facet, the value and label of every choice, in the order to show them."""
        models = sorted({row.id: row for row in self.models.values()}.values(), key=title)
        return {
            "need": self._term_labels("needs"),
            "skill": self._term_labels("skills"),
            "model": {slug(row): row.title for row in models},
            "municipality": self._term_labels("municipality"),
            "speaks": texts_of(Language),
            "meeting": texts_of(Meeting),
            "time": texts_of(Availability),
        }

    def _term_labels(self, name: str) -> dict[str, str]:
        return {row.slug: row.name for row in self.names[name].values()}

    def values_of(self, row: Mentor) -> dict[str, set[str]]:
        """Return by facet the values that the mentor is found by."""
        place, models = row.shown.municipality, row.fields.get("integration_models", ())
        return {
            **{
                facet: {self.names[name][pk].slug for pk in row.fields.get(name, ())}
                for name, facet in FACETS.items()
            },
            "model": {slug(self.models[pk]) for pk in models if pk in self.models},
            "municipality": {self.names["municipality"][place.pk].slug} if place else set(),
            "speaks": set(row.chosen(Part.LANGUAGES, "languages") or ()),
            "meeting": set(row.chosen(Part.MEETING, "meetings") or ()),
            "time": {row.availability.value} if row.availability else set(),
        }

    @property
    def is_filtered(self) -> bool:
        """Whether the address asks for less than everything."""
        return super().is_filtered or bool(self.text)

    @property
    def url_unfiltered(self) -> str:
        """The address of everything."""
        return "?"


def turn(profile: Profile, day: str) -> bytes:
    """Return by what profiles are sorted on a day: by chance, and another order each day."""
    return blake2b(f"{day} {profile.code}".encode(), digest_size=8).digest()


def slug(row: PageRow) -> str:
    """Return the last part of a page's address."""
    return row.url_path.rstrip("/").rpartition("/")[2]


def title(row: PageRow) -> str:
    return row.title


def texts_of(choices: type[TextChoices]) -> dict[str, str]:
    """Return the labels of all choices by value, in the active language."""
    return {value: str(label) for value, label in capitalised(choices)}
