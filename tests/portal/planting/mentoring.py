"""What is planted in mentoring."""

from django.core.files.base import ContentFile
from django.utils import timezone

from mentoring.models import (
    Agreement,
    Attachment,
    Block,
    Change,
    Conflict,
    Goal,
    GoalStep,
    Opening,
    PairFeedback,
    PairMessage,
    Profile,
    ReadMark,
    Report,
    Request,
    SessionNote,
    Waiting,
)
from mentoring.models import Session as PairSession
from portal.accounts.models import User
from tests.mentoring.people import make_request
from tests.portal.planting import CANARY, NAME


def plant_mentoring(person: User, admin: User) -> None:
    """Let somebody be a mentor with a photograph, and review the profile of another."""
    words = dict.fromkeys(("name", "headline", "about", "goals", "manager_office"), CANARY)
    profile = Profile(user=person, is_mentor=True, listing="listed", **words)
    profile.reviewed = profile.words()
    profile.photograph.save("x.jpg", ContentFile(f"JPEG {CANARY}".encode()))
    Profile.objects.create(user=admin, name="Beni", is_mentor=True, reviewed_by=person)


def plant_requests(person: User, admin: User) -> None:
    """Let somebody ask a mentor, be asked, decline, wait, and propose a pair of others."""
    about = {"is_mentor": True, "is_mentee": True}
    mine, _is_new = Profile.objects.get_or_create(user=person, defaults=about | {"name": NAME})
    other, _is_new = Profile.objects.get_or_create(user=admin, defaults=about | {"name": "Beni"})
    Profile.objects.filter(pk=other.pk).update(reviewed_by=person)
    asked = make_request(mine, other, goals=CANARY, message=CANARY)
    Change.objects.create(request=asked, was="draft", state="sent", by="mentee", user=person)
    make_request(other, mine, "declined", answer=CANARY, proposed_by=person)
    Waiting.objects.create(mentee=mine, mentor=other)
    third = Profile.objects.create(user=User.objects.create_user("cen@example.org"), name="Cen")
    Conflict.objects.create(one=other, other=third, declared_by=person)
    plant_reports(person, mine, other, third)
    plant_work(asked, mine)


def plant_reports(person: User, mine: Profile, other: Profile, third: Profile) -> None:
    """Let somebody report, be reported, block, and decide a report of others."""
    about = {"kind": "profile", "words": CANARY}
    Report.objects.create(key=other.key, by=mine, about=other, **about)
    theirs = Report.objects.create(key=mine.key, by=other, about=mine, **about)
    Opening.objects.create(report=theirs, by=person, because=CANARY)
    decided = {"closed_at": timezone.now(), "closed_by": person, "decision": "resumed"}
    Report.objects.create(kind="profile", key=third.key, by=other, about=third, **decided)
    Block.objects.create(by=mine, of=third)


def plant_pair(person: User, admin: User) -> None:
    """Let somebody agree on something with another, and write to them with a file."""
    two = Profile.objects.get(user=admin), Profile.objects.get(user=person)
    pair = make_request(*two, "accepted")
    words = dict.fromkeys(("goals", "rhythm_words", "ending"), CANARY)
    Agreement.objects.create(request=pair, rhythm="weekly", written_by=person, **words)
    message = PairMessage.objects.create(request=pair, author=person, text=CANARY)
    file = Attachment(message=message, name=f"{CANARY}.pdf", size=1)
    file.file.save("x.pdf", ContentFile(CANARY.encode()))
    ReadMark.objects.create(request=pair, reader=person, read_at=timezone.now())


def plant_work(pair: Request, mine: Profile) -> None:
    """Let somebody as a mentee meet, note, set goals with steps, and say how it is."""
    by = {"proposed_by": "mentee", "moved_by": "mentee"}
    words = {"place": CANARY, "link": f"https://{CANARY}.org", "note": CANARY}
    wrote = {**words, "mentee_wrote_at": timezone.now()}
    session = PairSession.objects.create(request=pair, minutes=60, meeting="online", **by, **wrote)
    SessionNote.objects.create(session=session, author=mine, text=CANARY)
    goal = Goal.objects.create(request=pair, text=CANARY, worded_by="mentee")
    GoalStep.objects.create(goal=goal, text=CANARY, worded_by="mentee")
    PairFeedback.objects.create(request=pair, author=mine, moment="end", words=CANARY)
