"""Counts how the questions of a quiz were answered, each as it was worded at that time.

Only the first attempt of each person counts, for later ones build on it, as in Moodle's quiz
statistics (https://docs.moodle.org/dev/Quiz_statistics_calculations).
"""

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from knowledgebase.training.analysis.statistics import Sums
from knowledgebase.training.attempts.freezing import freeze_all
from knowledgebase.training.attempts.frozen import Frozen, Json, Question
from knowledgebase.training.attempts.scoring import Answers, share
from knowledgebase.training.models.attempt import Attempt
from portal.small_numbers import SMALLEST

# A correlation of fewer people is mostly chance, and that nobody chose an option too.
ENOUGH = 20
AT_ONCE = 100
CHOSEN_FROM = ("single", "multiple", "true_false")
PLACED = ("matching", "ordering")


class Answered(NamedTuple):
    """How one person answered: the share of the points, and of all other points (None: none)."""

    share: float
    rest: float | None
    chosen: tuple[str, ...]  # ids of options; of what is placed, those that are in their place
    text: str  # a wrong short text
    is_given: bool


def wording(frozen: Frozen, question: Question) -> dict[str, Json]:
    """Return by language what makes a question the same: words, options, and what is right."""
    return {
        language: {
            "kind": question.kind,
            "situation": frozen.situation(question, language),
            "text": (words := question.words(language))["text"],
            "options": words.get("options"),
            "right": _right(question, words, language),
        }
        for language in frozen.languages
    }


def _right(question: Question, words: Json, language: str) -> Any:
    match question.kind:
        case "multiple":
            return sorted(question.right)
        case "matching":  # each attempt has tokens of its own
            return {id_: words["partners"][token] for id_, token in question.right.items()}
        case "short_text":
            return question.right[language]
        case _:
            return question.right


@dataclass
class Item:
    """A question as it was worded once, with how people answered it.

    People are taken in by fives, so that whoever looks before and after somebody hands in does
    not learn what that one answered.
    """

    question: Question
    wording: dict[str, Json]
    asked: int = 0
    unanswered: int = 0
    shares: float = 0
    sums: Sums = field(default_factory=Sums)
    chosen: Counter[str] = field(default_factory=Counter)
    chosen_sums: dict[str, Sums] = field(default_factory=dict)
    texts: Counter[str] = field(default_factory=Counter)
    waiting: list[Answered] = field(default_factory=list)

    def is_worded(self, other: dict[str, Json]) -> bool:
        """Whether a wording is the same, in the languages that both are in."""
        return all(self.wording[each] == other[each] for each in self.wording.keys() & other)

    def add(self, answered: Answered) -> None:
        """Take in how a person answered, once there are five of them."""
        self.waiting.append(answered)
        if len(self.waiting) == SMALLEST:
            for each in self.waiting:
                self._count(each)
            self.waiting.clear()

    def _count(self, answered: Answered) -> None:
        self.asked += 1
        self.unanswered += not answered.is_given
        self.shares += answered.share
        self.chosen.update(answered.chosen)
        if answered.text:
            self.texts[answered.text] += 1
        if answered.rest is None:
            return
        self.sums.add(answered.share, answered.rest)
        if self.question.kind in CHOSEN_FROM:
            for id_ in self.question.shown:
                sums = self.chosen_sums.setdefault(id_, Sums())
                sums.add(id_ in answered.chosen, answered.rest)

    @property
    def difficulty(self) -> int | None:
        """The mean share of its points in per cent; None for fewer than five people."""
        return round(100 * self.shares / self.asked) if self.asked else None

    @property
    def is_enough(self) -> bool:
        """Whether enough people were asked for all figures to mean something."""
        return self.asked >= ENOUGH

    @property
    def discrimination(self) -> float | None:
        """The correlation of its points with the score in all other questions, from -1 to 1.

        It is the corrected item-total correlation, for right or wrong the point-biserial one,
        which Moodle calls discrimination index. None for too few people, and where there is
        nothing to compare: no other question, or the same points for all.
        """
        return self.sums.correlation() if self.is_enough else None

    def pull(self, option: str) -> float | None:
        """Return how choosing an option goes with the score in all other questions, -1 to 1."""
        if not self.is_enough or option not in self.chosen_sums:
            return None
        return self.chosen_sums[option].correlation()

    def is_right(self, option: str) -> bool:
        """Whether an option is marked right; what is placed counts where it belongs."""
        right = self.question.right
        return option in right if isinstance(right, list | dict) else option == right


class Analysis:
    """All questions of a quiz: as they are live, and as they were once or are no more."""

    def __init__(self, quiz: Any) -> None:
        live = Frozen(freeze_all(quiz))
        self.people = 0
        self.found: dict[str, list[Item]] = {}
        self.live = [self._item(live, question) for question in live.questions]
        attempts = Attempt.objects.filter(
            quiz=quiz.translation_key, number=1, submitted_at__isnull=False
        ).order_by("submitted_at", "pk")
        for asked, answers in attempts.values_list("asked", "answers").iterator(AT_ONCE):
            self._add(Frozen(asked), answers)

    def _item(self, frozen: Frozen, question: Question) -> Item:
        """Return the item that a question belongs to; the live wording is tried first."""
        worded = wording(frozen, question)
        versions = self.found.setdefault(question.id, [])
        for item in versions:
            if item.is_worded(worded):
                item.wording |= worded
                return item
        versions.append(Item(question, worded))
        return versions[-1]

    def _add(self, frozen: Frozen, answers: Answers) -> None:
        self.people += 1
        questions = frozen.questions
        earned = {each.id: share(each, answers.get(each.id)) for each in questions}
        best = sum(each.marks for each in questions)
        total = sum((each.marks * earned[each.id] for each in questions), Fraction(0))
        for question in questions:
            own, others = earned[question.id], best - question.marks
            rest = float((total - question.marks * own) / others) if others else None
            answer = answers.get(question.id)
            chosen, text = _given(question, answer, own)
            self._item(frozen, question).add(Answered(float(own), rest, chosen, text, bool(answer)))

    @property
    def earlier(self) -> list[Item]:
        """Earlier wordings and questions that were removed, of which there are figures."""
        live = {id(item) for item in self.live}
        everything = (item for versions in self.found.values() for item in versions)
        return [item for item in everything if id(item) not in live and item.asked]


def _given(question: Question, answer: Any, own: Fraction) -> tuple[tuple[str, ...], str]:
    if not answer:
        return (), ""
    if question.kind in PLACED:
        return tuple(id_ for id_, place in question.right.items() if answer.get(id_) == place), ""
    if question.kind == "short_text":
        return (), "" if own else answer.casefold()
    return (tuple(answer) if isinstance(answer, list) else (answer,)), ""
