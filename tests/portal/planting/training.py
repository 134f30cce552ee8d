"""What is planted in training, and in certificates."""

from collections.abc import Callable
from uuid import uuid4

from django.core.files.base import ContentFile

from knowledgebase.training.models import (
    Attempt,
    Attendance,
    CohortMessage,
    CohortTrainer,
    Completion,
    Concession,
    Enrolment,
    Evaluation,
    HandedIn,
    LessonProgress,
    Note,
)
from portal.accounts.models import User
from portal.certificates.actions import issue, revoke
from portal.certificates.models import Reason
from portal.certificates.snapshot import Award, Snapshot, Text
from tests.portal.planting import CANARY
from tests.training.groups import group_of, session_of


def plant_certificates(person: User, admin: User, publish: Callable) -> None:
    """Certify somebody, by a paper that names them; revoke another's in their name."""
    snapshot = Snapshot(texts={"sq": Text(title="Kurs")})
    award = Award(kind="x", subject=uuid4(), snapshot=snapshot, languages=["sq"])
    mine = issue(holder=person, award=award, by=admin)
    mine.file.save("certificate.pdf", ContentFile(f"%PDF {CANARY}".encode()))
    User.objects.filter(pk=admin.pk).update(name="Beni Çela")
    theirs = issue(holder=admin, award=award, by=person)
    revoke(certificate=theirs, reason=Reason.MISTAKE, by=person)


def plant_training(person: User, admin: User) -> None:
    """Let somebody follow a programme, write in it, take a quiz, and answer another's task."""
    where = {"lesson": uuid4(), "block": "x"}
    Enrolment.objects.create(user=person, programme=uuid4())
    LessonProgress.objects.create(user=person, lesson=uuid4(), programme=uuid4())
    Note.objects.create(user=person, value=CANARY, **where)
    HandedIn.objects.create(user=person, text=CANARY, **where)
    HandedIn.objects.create(user=admin, text="Gati", replied_by=person, reply="Mirë", **where)
    Attempt.objects.create(user=person, quiz=uuid4(), number=1, asked={}, answers={"x": CANARY})
    made = {"programme": uuid4(), "kind": Concession.Kind.SESSION}
    Concession.objects.create(user=person, reason=CANARY, **made)
    Concession.objects.create(user=admin, reason="Ishte në gjyq.", granted_by=person, **made)
    Completion.objects.create(user=person, programme=uuid4())
    Evaluation.objects.create(user=person, programme=uuid4(), words=CANARY)


def plant_groups(person: User, admin: User) -> None:
    """Let somebody lead a group, write to it, be at a session and note who else was there."""
    cohort = group_of(admin)
    session = session_of(cohort)
    CohortTrainer.objects.create(cohort=cohort, user=person)
    CohortMessage.objects.create(
        cohort=cohort, recipients="all", subject="Takimi", text="Ejani", count=1, sent_by=person
    )
    Attendance.objects.create(session=session, user=person, noted_by=admin)
    Attendance.objects.create(session=session, user=admin, noted_by=person)
