"""Attempts that were handed in, made as rows, without anybody sitting in them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from knowledgebase.training.attempts.freezing import freeze
from knowledgebase.training.attempts.frozen import Frozen, Question
from knowledgebase.training.models import Attempt, QuizPage
from portal.accounts.models import User

Answering = Callable[[Question], Any]


def sit(quiz: QuizPage, people: int, answering: Answering, name: str = "person") -> list[Attempt]:
    """Let people hand in the quiz, each of them answering alike; return their attempts."""
    asked = freeze(quiz)
    given = {question.id: answering(question) for question in Frozen(asked).questions}
    answers = {id_: answer for id_, answer in given.items() if answer}
    before = Attempt.objects.count()
    users = User.objects.bulk_create(
        User(email=f"{name}-{before + number}@example.org") for number in range(people)
    )
    start = timezone.now() - timedelta(days=1)
    return Attempt.objects.bulk_create(
        Attempt(
            user=user,
            quiz=quiz.translation_key,
            number=1,
            asked=asked,
            answers=answers,
            submitted_at=start + timedelta(seconds=before + number),
        )
        for number, user in enumerate(users)
    )


def lettered(text: str, options: str = "AB") -> tuple[str, dict[str, Any]]:
    """Return a question whose options are letters, of which A is marked right."""
    rows = [{"text": each, "is_right": each == "A", "feedback": "E."} for each in options]
    return "single", {"text": text, "marks": 1, "options": rows}


def choose(*numbers: int) -> Answering:
    """Return how to choose in each question the option of this number, from 0; -1 leaves it out."""

    def answering(question: Question) -> str | None:
        words = question.words("sq")
        number = numbers[int(words["text"]) - 1]
        texts = {text: id_ for id_, text in words["options"].items()}
        return texts["ABCD"[number]] if number >= 0 else None

    return answering
