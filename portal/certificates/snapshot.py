"""What a certificate says of an achievement, as it was on the day of issue."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any


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
    hours: int | None = None
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
        credits, *days = kept["credits"], kept["began_on"], kept["ended_on"]
        began_on, ended_on = (day and date.fromisoformat(str(day)) for day in days)
        return cls(
            **{
                **kept,
                "texts": {language: Text(**text) for language, text in kept["texts"].items()},
                "credits": None if credits is None else Decimal(credits),
                "began_on": began_on,
                "ended_on": ended_on,
            }
        )

    def language_for(self, language: str) -> str:
        """Return the language in which it is told to somebody who reads `language`."""
        return language if language in self.texts else next(iter(self.texts))
