"""What a person is shown of a programme's end: what is left to do, or the day and what follows."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from knowledgebase.training.completing.evaluating import may_evaluate
from knowledgebase.training.completing.reading import certificate_of
from knowledgebase.training.completing.rule import Requirements
from knowledgebase.training.learning.progress import Progress
from knowledgebase.training.learning.record import Entry
from knowledgebase.training.models.cohort import Cohort
from knowledgebase.training.reach import source_page
from portal.accounts.models import User
from portal.certificates.models import Certificate

if TYPE_CHECKING:
    from knowledgebase.training.models.programme import ProgrammePage


class Ending:
    """Reads nothing before a template asks."""

    def __init__(
        self, user: User, progress: Progress, programme: "ProgrammePage", language: str
    ) -> None:
        """Take the programme's page in any language, and which that is."""
        self.user = user
        self.progress = progress
        self.programme = programme
        self.language = language
        self.key = programme.translation_key

    @property
    def completion(self) -> Entry | None:
        """That the person completed the programme, `at` which moment."""
        return self.progress.record.completion(self.key)

    @cached_property
    def certificate(self) -> Certificate | None:
        """The certificate that holds, has expired, or was revoked; a withdrawn one is none."""
        found = certificate_of(self.user, self.key)
        return None if found and found.withdrawn_at else found

    @property
    def can_be_renewed(self) -> bool:
        """Whether a certificate has expired, and the final test was passed since."""
        found = self.certificate
        requirements = self._requirements
        return bool(found and found.has_expired and requirements and requirements.may_renew(found))

    @property
    def to_do(self) -> str:
        """What is still to do before the programme is completed, in words; empty for nothing."""
        requirements = self._requirements
        if not requirements or not requirements.can_be_completed:
            return ""
        return ", ".join(_left(requirements))

    @cached_property
    def may_evaluate(self) -> bool:
        """Whether the person is asked how the programme was."""
        return may_evaluate(self._cohort, self.completion)

    @property
    def _cohort(self) -> Cohort | None:
        """The cohort in which the person completed the programme, or else follows it."""
        enrolment, completion = self.progress.enrolment, self.completion
        now = enrolment.cohort if enrolment else None
        then = completion.subject if completion else None
        if not then or (now and now.key == then):
            return now
        return Cohort.objects.filter(key=then).first()

    @property
    def has_evaluated(self) -> bool:
        """Whether the person said how it was."""
        return self.progress.record.has_evaluated(self.key)

    @cached_property
    def _requirements(self) -> Requirements | None:
        page = self.programme
        is_source = self.language == settings.LANGUAGE_CODE
        source = page if is_source else source_page(type(page), self.key)
        return Requirements(self.user, source, self.progress.record) if source else None


def _left(requirements: Requirements) -> Iterator[str]:
    if count := requirements.lessons_left:
        yield ngettext("%(num)s lesson", "%(num)s lessons", count) % {"num": count}
    if requirements.tests_left:
        yield _("the final test")
    if count := requirements.sessions_left:
        yield ngettext("%(num)s live session", "%(num)s live sessions", count) % {"num": count}
    if count := requirements.tasks_left:
        yield ngettext(
            "%(num)s task for the trainer to accept",
            "%(num)s tasks for the trainer to accept",
            count,
        ) % {"num": count}
