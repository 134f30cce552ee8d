"""What was asked in an attempt, as it was then: read from the frozen JSON, never from the page.

Questions and options are known by the ids of their blocks, which all languages share. What a
person may send back is a token where the id itself would tell the answer.
"""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """One question; `data` is its frozen JSON (see `freezing.question`)."""

    data: Json

    @property
    def id(self) -> str:
        """The id of its block."""
        return str(self.data["id"])

    @property
    def kind(self) -> str:
        """The type of its block: single, multiple, true_false, matching, ordering, short_text."""
        return str(self.data["kind"])

    @property
    def marks(self) -> int:
        """What a right answer earns."""
        return int(self.data["marks"])

    @property
    def objective(self) -> int | None:
        """The number of the objective that it is about, counted from one."""
        return self.data["objective"]

    @property
    def shown(self) -> list[str]:
        """The ids of what can be chosen or placed, in the order in which they are shown."""
        return list(self.data["shown"])

    @property
    def right(self) -> Any:
        """The right answer, in the form in which a person gives it; of a text, all accepted."""
        return self.data["right"]

    @property
    def partners(self) -> list[str]:
        """Of a matching question the tokens to choose from, in the order shown."""
        return list(self.data["partners"])

    def words(self, language: str) -> Json:
        """Return its words: text, options by id, feedback by id, partners by token, explanation."""
        return dict(self.data["words"][language])


@dataclass(frozen=True)
class Frozen:
    """Everything that an attempt asks."""

    data: Json

    @property
    def languages(self) -> list[str]:
        """The languages in which it can be read, the source first."""
        return list(self.data["languages"])

    @property
    def questions(self) -> list[Question]:
        """The questions in the order in which they are asked."""
        return [Question(each) for each in self.data["questions"]]

    def readable_in(self, language: str) -> str:
        """Return the language itself, or the source's where what was asked is not translated."""
        return language if language in self.languages else self.languages[0]

    def title(self, language: str) -> str:
        """Return what the quiz was called."""
        return str(self.data["titles"][language])

    def situation(self, question: Question, language: str) -> str:
        """Return the situation that a question belongs to, as HTML; empty for none."""
        scenario = question.data["scenario"]
        return str(self.data["situations"][scenario][language]) if scenario else ""
