"""What a programme asks before it is completed, and what of it one person still has to do.

What counts are the lessons and final tests that everybody may read, as in every list of the portal:
nobody is asked for what they would not find. An exception that a trainer made counts as done.
"""

from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from wagtail.models import Page

from knowledgebase.training.learning.record import Entry, Record
from knowledgebase.training.models.attempt import Attempt
from knowledgebase.training.models.completion import Concession
from knowledgebase.training.models.quiz import Purpose
from portal.accounts.models import User
from portal.certificates.models import Certificate
from portal.readable import readable

if TYPE_CHECKING:
    from knowledgebase.training.models.programme import ProgrammePage

Kind = Concession.Kind
Task = tuple[UUID, str]  # the key of its lesson, the id of its block


class Requirements:
    """What a programme, the source's page, asks of one person; reads nothing before it is asked.

    What the programme has is read only where its rule asks for it.
    """

    def __init__(
        self, user: User, programme: "ProgrammePage", record: Record | None = None
    ) -> None:
        """Take the record of the person where it is at hand."""
        self.user = user
        self.programme = programme
        self.record = record or Record(user)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to do; never so where nothing is asked, or not yet written."""
        return self.can_be_completed and not (
            self.lessons_left or self.tests_left or self.sessions_left or self.tasks_left
        )

    @property
    def can_be_completed(self) -> bool:
        """Whether the programme asks for something, and has what it asks for."""
        rule = self.programme
        asks = rule.needs_lessons or rule.needs_post_test or rule.needs_sessions
        return bool(
            (asks or rule.needs_assignments)
            and (self.lessons or not rule.needs_lessons)
            and (self.tests or not rule.needs_post_test)
        )

    @property
    def lessons_left(self) -> int:
        """How many lessons are still to be done."""
        if not self.programme.needs_lessons:
            return 0
        return len(self.lessons - self.lessons_done - self._granted(Kind.LESSON))

    @property
    def tests_left(self) -> int:
        """How many final tests are still to be passed; a programme has one as a rule."""
        if not self.programme.needs_post_test:
            return 0
        passed = {each.subject for each in self.record.attempts if each.has_passed}
        return len(self.tests - passed - self._granted(Kind.QUIZ))

    @property
    def sessions_left(self) -> int:
        """How many live sessions are still to be attended."""
        if not self.programme.needs_sessions:
            return 0
        granted = sum(each.kind == Kind.SESSION for each in self._exceptions)
        return max(0, self.programme.needs_sessions - self.sessions_attended - granted)

    @property
    def tasks_left(self) -> int:
        """How many tasks a trainer has still to accept."""
        if not self.programme.needs_assignments:
            return 0
        granted = {(each.subject, each.block) for each in self._of_kind(Kind.TASK)}
        return len(self.tasks - self.tasks_accepted - granted)

    def may_renew(self, certificate: Certificate) -> bool:
        """Whether a certificate did not expire, or a final test was passed after its last day."""
        last = certificate.valid_until
        if not last or not certificate.is_current or not certificate.has_expired:
            return True
        return any(
            each.has_passed and each.subject in self.tests and localdate(each.ended) > last
            for each in self.record.attempts
        )

    @cached_property
    def lessons(self) -> set[UUID]:
        """The keys of the lessons that count."""
        return {key for key, purpose in self._steps if purpose is None}

    @cached_property
    def tests(self) -> set[UUID]:
        """The keys of the final tests."""
        return {key for key, purpose in self._steps if purpose is not None}

    @cached_property
    def tasks(self) -> set[Task]:
        """The tasks of the lessons that count."""
        bodies = self._below().filter(lessonpage__isnull=False)
        return {
            (key, block["id"])
            for key, body in bodies.values_list("translation_key", "lessonpage__body")
            for block in body.raw_data
            if block["type"] == "assignment"
        }

    @property
    def lessons_done(self) -> set[UUID]:
        """The keys of the lessons that the person did, of those that count."""
        done = self.record.lessons
        return {key for key in self.lessons if key in done and done[key].ended}

    @cached_property
    def best_test(self) -> Attempt | None:
        """The attempt at a final test that was passed with the best score."""
        passed = Attempt.objects.filter(user=self.user, quiz__in=self.tests, has_passed=True)
        return max(passed.defer("answers"), key=lambda each: each.whole_score, default=None)

    @property
    def sessions_attended(self) -> int:
        """How many live sessions the person attended, of whichever group in the programme."""
        return self.record.sessions_attended(self.programme.translation_key)

    @property
    def tasks_accepted(self) -> set[Task]:
        """The tasks of the person that a trainer accepted, of those that count."""
        return self.tasks & self.record.tasks_accepted

    @cached_property
    def _steps(self) -> list[tuple[UUID, str | None]]:
        counts = Q(lessonpage__isnull=False) | Q(quizpage__purpose=Purpose.AFTER)
        return [*self._below().filter(counts).values_list("translation_key", "quizpage__purpose")]

    def _below(self) -> QuerySet[Page]:
        return Page.objects.filter(readable(), path__startswith=self.programme.path).order_by()

    @cached_property
    def _exceptions(self) -> list[Entry]:
        return self.record.exceptions(self.programme.translation_key)

    def _of_kind(self, kind: Kind) -> list[Entry]:
        return [each for each in self._exceptions if each.kind == kind]

    def _granted(self, kind: Kind) -> set[UUID | None]:
        return {each.subject for each in self._of_kind(kind)}
