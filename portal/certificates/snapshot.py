"""What a certificate says of an achievement, as it was on the day of issue."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Text:
    """What is said in one language: the title of the programme, and a line for each achievement."""

    title: str
    achieved: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What was achieved; what is not known stays empty and is left out on paper.

    `texts` has a text for each language. `accreditor` is the body that accredited the programme
    under the number `accreditation`. `cohort` and the two days say with whom, and when.
    """

    texts: Mapping[str, Text]
    hours: Decimal | None = None
    credits: Decimal | None = None
    accreditor: str = ""
    accreditation: str = ""
    cohort: str = ""
    began_on: date | None = None
    ended_on: date | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it as it is kept; an encoder of Django's writes days and credits."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Snapshot":
        """Return what `as_json` gave, also as it comes back from the database."""
        texts = {language: Text(**text) for language, text in kept["texts"].items()}
        days = {name: _day(kept[name]) for name in ("began_on", "ended_on")}
        amounts = {name: _amount(kept[name]) for name in ("hours", "credits")}
        return cls(**{**kept, **days, **amounts, "texts": texts})

    def alone(self) -> "Snapshot":
        """Return it without with whom and when, by which a colleague knows who it was."""
        return replace(self, cohort="", began_on=None, ended_on=None)

    def language_for(self, language: str) -> str:
        """Return the language in which it is told to somebody who reads `language`."""
        return language if language in self.texts else next(iter(self.texts))


def _amount(kept: Any) -> Decimal | None:
    return None if kept is None else Decimal(kept)


def _day(kept: Any) -> date | None:
    return date.fromisoformat(str(kept)) if kept else None


@dataclass(frozen=True, kw_only=True)
class Award:
    """What a room has certified.

    `kind` is the key of the room's kind, `subject` the translation key of the programme,
    `languages` those of the paper, each of which has a text in the snapshot. Without `issued_on` it
    is issued today; without `valid_until` it is valid for ever.
    """

    kind: str
    subject: UUID
    snapshot: Snapshot
    languages: Sequence[str]
    issued_on: date | None = None
    valid_until: date | None = None

    def __post_init__(self) -> None:
        """Raise ValueError where a paper would have no text."""
        if not self.languages or {*self.languages} - {*self.snapshot.texts}:
            raise ValueError(f"The snapshot lacks a text in one of {self.languages}.")
