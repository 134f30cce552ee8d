"""What a person is shown of an attempt that they handed in, as far as it is due."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils import timezone

from knowledgebase.training.attempts.frozen import Question
from knowledgebase.training.attempts.scoring import share
from knowledgebase.training.completing.reading import completion_of
from knowledgebase.training.models.attempt import Attempt
from knowledgebase.training.models.quiz import Purpose, QuizPage, Reveal
from knowledgebase.training.reach import programme_key_of, source_page


@dataclass(frozen=True)
class Line:
    """An option, item or text that was answered: what was given, what belongs there, and why."""

    text: str
    given: str
    right: str
    is_right: bool
    feedback: str = ""


@dataclass(frozen=True)
class Answered:
    """A question with what the answer earned."""

    question: Question
    words: dict[str, Any]
    answer: Any
    language: str

    @property
    def is_right(self) -> bool:
        """Whether it earned all its marks."""
        return share(self.question, self.answer) == 1

    @property
    def is_half_right(self) -> bool:
        """Whether it earned a part of them."""
        return 0 < share(self.question, self.answer) < 1

    @property
    def lines(self) -> list[Line]:
        """What was answered, line by line."""
        question, words = self.question, self.words
        if question.kind == "short_text":
            accepted = question.right.get(self.language, [])
            return [Line("", self.answer or "", ", ".join(accepted[:1]), self.is_right)]
        if question.kind in ("matching", "ordering"):
            named = words.get("partners", {})
            given = self.answer or {}
            return [
                Line(
                    words["options"][id_],
                    named.get(given.get(id_), given.get(id_, "")),
                    named.get(place, place),
                    given.get(id_) == place,
                )
                for id_, place in question.right.items()
            ]
        chosen = self.answer if isinstance(self.answer, list) else [self.answer]
        right = question.right if isinstance(question.right, list) else [question.right]
        return [
            Line(
                words.get("options", {}).get(id_, id_),
                "1" if id_ in chosen else "",
                "1" if id_ in right else "",
                (id_ in chosen) == (id_ in right),
                words.get("feedback", {}).get(id_, ""),
            )
            for id_ in question.shown
        ]


class Result:
    """The score; the right answers once the quiz reveals them."""

    def __init__(self, attempt: Attempt, language: str) -> None:
        self.attempt = attempt
        self.language = language

    @cached_property
    def quiz(self) -> Any:
        """The quiz as it is live now; None where it is gone."""
        return source_page(QuizPage, self.attempt.quiz)

    @cached_property
    def count(self) -> int:
        """How many attempts there are."""
        return Attempt.objects.at(self.attempt.quiz, self.attempt.user).count()

    @cached_property
    def completed(self) -> UUID | None:
        """The key of the programme whose final test this is, if the person has completed it."""
        if not self.attempt.has_passed or not self.quiz or self.quiz.purpose != Purpose.AFTER:
            return None
        programme = programme_key_of(self.quiz)
        return programme if completion_of(self.attempt.user, programme) else None

    @cached_property
    def attempts_left(self) -> int | None:
        """How many attempts are left; None for as many as one likes."""
        if not self.quiz:
            return 0
        allowed = self.quiz.attempts_of(self.attempt.user)
        return None if allowed is None else max(0, allowed - self.count)

    @property
    def waits_until(self) -> datetime | None:
        """When the next attempt may begin, where somebody has to wait for it."""
        if self.attempts_left == 0:
            return None
        when: datetime = self.quiz.opens_again(self.attempt)
        return when if when > timezone.now() else None

    @property
    def is_revealed(self) -> bool:
        """Whether right answers are due."""
        reveal = self.attempt.asked["reveal"]
        is_last = self.attempt.has_passed or self.attempts_left == 0
        return reveal == Reveal.EACH or (reveal == Reveal.LAST and bool(is_last))

    @cached_property
    def answered(self) -> list[Answered]:
        """Each question with its answer."""
        return [
            Answered(
                question,
                question.words(self.language),
                self.attempt.answers.get(question.id),
                self.language,
            )
            for question in self.attempt.frozen.questions
        ]
