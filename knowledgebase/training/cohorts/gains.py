"""What people knew of each objective before a programme and after it.

The gain is the plain difference of two means, in percentage points: of the share of the marks that
people earned in the questions about an objective. Each person's first attempt at the test before
and at the final test counts, so that nobody answers what they were shown the answers of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from statistics import mean

from knowledgebase.training.attempts.frozen import Json, Question
from knowledgebase.training.attempts.scoring import share
from knowledgebase.training.cohorts.reading import people_of
from knowledgebase.training.models import Attempt, Cohort, ProgrammePage
from knowledgebase.training.models.quiz import Purpose
from knowledgebase.training.outline import Item
from knowledgebase.training.reach import shown_pages
from portal.small_numbers import SMALLEST

Shares = dict[int, Fraction]  # of the marks, by the number of the objective


@dataclass(frozen=True)
class Gain:
    """Means in per cent of those who answered questions about an objective in both tests."""

    number: int
    objective: str
    language: str
    people: int
    before: int
    after: int

    @property
    def points(self) -> int:
        """The difference, in percentage points."""
        return self.after - self.before

    @property
    def is_small(self) -> bool:
        """Whether it is about so few people that it stays with their trainers."""
        return self.people < SMALLEST


def gains(cohort: Cohort, programme: Item) -> list[Gain]:
    """Return the gain for each objective of a programme that anybody was asked about twice."""
    before = _first_attempts(cohort, programme, Purpose.BEFORE)
    after = _first_attempts(cohort, programme, Purpose.AFTER)
    both = [(before[user], after[user]) for user in before.keys() & after.keys()]
    page = shown_pages(ProgrammePage, [programme.key]).get(programme.key)
    if not page:
        return []
    found = []
    for number, block in enumerate(page.objectives, start=1):
        pairs = [
            (first[number], last[number])
            for first, last in both
            if number in first and number in last
        ]
        if not pairs:
            continue
        found.append(
            Gain(
                number=number,
                objective=block.value,
                language=page.locale.language_code,
                people=len(pairs),
                before=in_per_cent(first for first, _last in pairs),
                after=in_per_cent(last for _first, last in pairs),
            )
        )
    return found


def in_per_cent(shares: Iterable[Fraction]) -> int:
    """Return the mean of shares, rounded to whole per cents."""
    return round(100 * mean(shares))


def _first_attempts(cohort: Cohort, programme: Item, purpose: Purpose) -> dict[int, Shares]:
    """Return what each person earned at their first attempt at a test of this purpose."""
    tests = [item.key for item in programme.items if item.purpose == purpose]
    people = people_of(cohort).order_by().values("user")
    attempts = Attempt.objects.filter(quiz__in=tests, user__in=people).exclude(submitted_at=None)
    rows = attempts.order_by("-number").values_list("user", "asked__questions", "answers")
    return {user: _earned(questions, answers) for user, questions, answers in rows.iterator()}


def _earned(questions: list[Json], answers: Json) -> Shares:
    marks: Counter[int] = Counter()
    earned: dict[int, Fraction] = defaultdict(Fraction)
    for question in map(Question, questions):
        if objective := question.objective:
            marks[objective] += question.marks
            earned[objective] += question.marks * share(question, answers.get(question.id))
    return {objective: earned[objective] / marks[objective] for objective in marks}
