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

from knowledgebase.training.models.attempt import Attempt
from knowledgebase.training.models.cohort import Attendance
from knowledgebase.training.models.completion import Concession
from knowledgebase.training.models.learning import HandedIn, LessonProgress
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

    Each kind of thing is read only once the ones before it are done, if `is_complete` is all that
    is asked.
    """

    def __init__(self, user: User, programme: "ProgrammePage") -> None:
        self.user = user
        self.programme = programme

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
        passed = {attempt.quiz for attempt in self.tests_taken if attempt.has_passed}
        return len(self.tests - passed - self._granted(Kind.QUIZ))

    @property
    def sessions_left(self) -> int:
        """How many live sessions are still to be attended."""
        if not self.programme.needs_sessions:
            return 0
        granted = sum(each.kind == Kind.SESSION for each in self._concessions)
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
            attempt.has_passed and localdate(attempt.submitted_at) > last
            for attempt in self.tests_taken
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

    @cached_property
    def lessons_done(self) -> set[UUID]:
        """The keys of the lessons that the person did, of those that count."""
        done = LessonProgress.objects.filter(user=self.user, lesson__in=self.lessons)
        return set(done.exclude(done_at=None).values_list("lesson", flat=True))

    @cached_property
    def tests_taken(self) -> list[Attempt]:
        """The attempts at final tests that were handed in, without their questions."""
        taken = Attempt.objects.filter(user=self.user, quiz__in=self.tests)
        return [*taken.exclude(submitted_at=None).defer("asked", "answers")]

    @cached_property
    def sessions_attended(self) -> int:
        """How many live sessions the person attended, of whichever group in the programme."""
        return Attendance.objects.filter(
            user=self.user,
            session__cohort__programme=self.programme.translation_key,
            session__cancelled_at=None,
        ).count()

    @cached_property
    def tasks_accepted(self) -> set[Task]:
        """The tasks of the person that a trainer accepted, of those that count."""
        accepted = HandedIn.objects.filter(
            user=self.user,
            lesson__in={lesson for lesson, _block in self.tasks},
            state=HandedIn.State.ACCEPTED,
        )
        return set(accepted.values_list("lesson", "block")) & self.tasks

    @cached_property
    def _steps(self) -> list[tuple[UUID, str | None]]:
        counts = Q(lessonpage__isnull=False) | Q(quizpage__purpose=Purpose.AFTER)
        return [*self._below().filter(counts).values_list("translation_key", "quizpage__purpose")]

    def _below(self) -> QuerySet[Page]:
        return Page.objects.filter(readable(), path__startswith=self.programme.path).order_by()

    @cached_property
    def _concessions(self) -> list[Concession]:
        key = self.programme.translation_key
        return [*Concession.objects.filter(user=self.user, programme=key, withdrawn_at=None)]

    def _of_kind(self, kind: Kind) -> list[Concession]:
        return [each for each in self._concessions if each.kind == kind]

    def _granted(self, kind: Kind) -> set[UUID | None]:
        return {each.subject for each in self._of_kind(kind)}
