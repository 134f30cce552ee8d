"""What of a profile a reader sees: the one answer for pages, lists, search and photographs."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language

from mentoring.models.profile import Audience, Language, Meeting, Part, Profile, Times
from mentoring.profiles.terms import Terms, terms_of


class Reader(IntEnum):
    """How near a reader is to the person, the nearest last."""

    STRANGER = 0
    MEMBER = 1
    MATCHED = 2


REACHES = {
    Audience.PUBLIC: Reader.STRANGER,
    Audience.MEMBERS: Reader.MEMBER,
    Audience.MATCHED: Reader.MATCHED,
}


def sees(profile: Profile, part: str, reader: Reader) -> bool:
    """Whether a reader sees a part of a profile."""
    return reader >= REACHES[Audience(profile.audience_of(part))]


def in_words(choices: type[TextChoices], chosen: list[str] | None) -> list[str]:
    """Return what was chosen from a list, in words and in the list's order."""
    return [str(each.label) for each in choices if each.value in (chosen or ())]


def sees_anything(profile: Profile, reader: Reader) -> bool:
    """Whether a reader sees any part, so that the profile is there for them."""
    return any(sees(profile, part, reader) for part in Part)


@dataclass(frozen=True)
class Shown:
    """A profile as one reader sees it: what is hidden is empty.

    Texts are those reviewed; whoever works with a person in no list reads them as they are.
    """

    profile: Profile
    reader: Reader

    def _words(self, part: str, name: str) -> str:
        return self._texts.get(name, "") if sees(self.profile, part, self.reader) else ""

    @cached_property
    def _texts(self) -> dict[str, Any]:
        is_near = self.reader == Reader.MATCHED
        return self.profile.reviewed or (self.profile.words() if is_near else {})

    def _chosen(self, part: str, name: str) -> Any:
        return getattr(self.profile, name) if sees(self.profile, part, self.reader) else None

    @cached_property
    def name(self) -> str:
        """The name, empty where it is hidden: the page then says “a mentor”."""
        return self._words(Part.NAME, "name")

    @property
    def position(self) -> str:
        return self._words(Part.WORK, "position")

    @property
    def organisation(self) -> str:
        return self._words(Part.WORK, "organisation")

    @property
    def municipality(self) -> Any:
        """The municipality's row in the source language."""
        return self._chosen(Part.MUNICIPALITY, "municipality")

    @cached_property
    def terms(self) -> Terms:
        """Municipality and fields by their names in the reader's language."""
        shows_fields = sees(self.profile, Part.FIELDS, self.reader)
        return terms_of(self.profile, fields=shows_fields, municipality=self.municipality)

    @property
    def languages(self) -> list[str]:
        """The names of the languages that the person speaks."""
        return in_words(Language, self._chosen(Part.LANGUAGES, "languages"))

    @property
    def meetings(self) -> list[str]:
        """How the person meets others, in words."""
        return in_words(Meeting, self._chosen(Part.MEETING, "meetings"))

    @property
    def times(self) -> list[str]:
        """When in the week, in words."""
        return in_words(Times, self._chosen(Part.MEETING, "times"))

    @property
    def hours_a_month(self) -> int | None:
        return self._chosen(Part.MEETING, "hours_a_month")

    @property
    def available_from(self) -> Any:
        """From which day on, if that is still to come."""
        day = self._chosen(Part.MEETING, "available_from")
        return day if day and day > timezone.localdate() else None

    @cached_property
    def texts(self) -> tuple[str, str, str]:
        """Headline, text about the work, and the language of both: the reader's where there is one.

        A person writes in one language or in both; a language counts as written with either text.
        """
        suffixes = {"sq": "", "en": "_en"}
        wanted = get_language() or "sq"
        for language in sorted(suffixes, key=lambda each: each != wanted):
            suffix = suffixes[language]
            found = [self._words(Part.WORDS, f"{name}{suffix}") for name in ("headline", "about")]
            if any(found):
                return found[0], found[1], language
        return "", "", wanted

    @property
    def photograph(self) -> bool:
        """Whether there is a photograph that was reviewed and that the reader sees."""
        photograph = self._chosen(Part.PHOTOGRAPH, "photograph")
        return bool(photograph) and photograph.name == self.profile.reviewed.get("photograph")
