"""What of a profile a reader sees: the one answer for pages, lists, search and photographs."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import get_language

from mentoring.models.profile import Audience, Part, Profile


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


def has_public_part(profile: Profile) -> bool:
    """Whether a stranger sees anything at all, so that the profile is there for them."""
    return any(sees(profile, part, Reader.STRANGER) for part in Part)


@dataclass(frozen=True)
class Shown:
    """A profile as one reader sees it: what is hidden is empty. Texts are those reviewed."""

    profile: Profile
    reader: Reader

    def _words(self, part: str, name: str) -> str:
        return self.profile.reviewed.get(name, "") if sees(self.profile, part, self.reader) else ""

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
        """Whether there is a photograph that the reader sees."""
        return bool(self._chosen(Part.PHOTOGRAPH, "photograph"))
