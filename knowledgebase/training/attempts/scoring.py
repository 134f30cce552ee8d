"""What answers are worth: pure functions of what was asked and what was answered."""

from fractions import Fraction
from typing import Any

from knowledgebase.training.attempts.frozen import Frozen, Question
from search.analysis.analyser import query_terms

LONGEST_TEXT = 200
Answers = dict[str, Any]


class NotAskedError(ValueError):
    """Raised for an answer to what was not asked, or that cannot be given."""


def tidy(question: Question, value: Any) -> Any:
    """Return an answer as it is kept, None for no answer; raises NotAskedError."""
    if question.kind == "short_text":
        return _text(value)
    if question.kind == "multiple":
        chosen = _strings(value)
        if not set(chosen) <= set(question.shown):
            raise NotAskedError
        return [id_ for id_ in question.shown if id_ in chosen] or None
    if question.kind in ("matching", "ordering"):
        return _placed(question, value)
    if not value:
        return None
    if value not in question.shown:
        raise NotAskedError
    return value


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise NotAskedError
    return " ".join((value or "").split())[:LONGEST_TEXT] or None


def _strings(value: Any) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise NotAskedError
    return value


def _placed(question: Question, value: Any) -> dict[str, str] | None:
    """Return the tokens or places by id, without those that are empty."""
    if not isinstance(value or {}, dict):
        raise NotAskedError
    is_matching = question.kind == "matching"
    offered = question.partners if is_matching else map(str, range(1, len(question.shown) + 1))
    known = set(offered)
    given = {id_: place for id_, place in (value or {}).items() if place}
    if not (given.keys() <= set(question.shown) and all(each in known for each in given.values())):
        raise NotAskedError
    return given or None


def share(question: Question, answer: Any) -> Fraction:
    """Return which part of its marks an answer earns, from 0 to 1."""
    right = question.right
    if not answer:
        return Fraction(0)
    if question.kind == "multiple":
        if not right:
            return Fraction(0)
        hits = len(set(answer) & set(right))
        return max(Fraction(0), Fraction(2 * hits - len(answer), len(right)))
    if question.kind in ("matching", "ordering"):
        hits = sum(answer.get(id_) == place for id_, place in right.items())
        return Fraction(hits, len(right))
    if question.kind == "short_text":
        return Fraction(is_accepted(answer, right))
    return Fraction(answer == right)


def is_accepted(answer: str, accepted: dict[str, list[str]]) -> bool:
    """Whether a text has the terms of an accepted one, by language, in the same order.

    Search's terms stand for all forms of a word: bashkia and bashkisë are one.
    """
    return any(
        (terms := query_terms(text, language)) and terms == query_terms(answer, language)
        for language, texts in accepted.items()
        for text in texts
    )


def score(frozen: Frozen, answers: Answers) -> Fraction:
    """Return the per cent of all marks that the answers earn; 0 where nothing is asked."""
    questions = frozen.questions
    best = sum(question.marks for question in questions)
    earned = sum(
        (question.marks * share(question, answers.get(question.id)) for question in questions),
        Fraction(0),
    )
    return 100 * earned / best if best else Fraction(0)
