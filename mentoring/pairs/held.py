"""What the pages of a pair hold about its two people, and until when."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.models import Agreement, Attachment, PairMessage, ReadMark
from mentoring.models.message import FOLDER
from mentoring.pairs.reading import over
from portal.accounts.models import User
from portal.personal.held import Ground, Held, Kept
from portal.personal.person import Person

AFTER_THE_END = _("twelve months after the pair has ended")
TO_WORK = _("so that the two of a pair can work together")


def agreements_of(user: User) -> QuerySet[Agreement]:
    """Return what somebody agreed on, or wrote down."""
    mine = Q(request__mentee__user=user) | Q(request__mentor__user=user) | Q(written_by=user)
    return Agreement.objects.filter(mine)


def empty(person: Person) -> None:
    """Take a person's words out of their messages."""
    PairMessage.objects.filter(author=person.user).update(text="")


HELD = [
    Held(  # before the messages, with which its rows go
        model="mentoring.Attachment",
        name=_("Files that you sent to your mentor or mentee"),
        purpose=TO_WORK,
        ground=Ground.SERVICE,
        kept=Kept(
            text=AFTER_THE_END,
            due=lambda: Attachment.objects.filter(message__request__in=over()),
        ),
        rows=lambda user: Attachment.objects.filter(message__author=user),
        fields=("name", "file", "size"),
        folder=FOLDER,
    ),
    Held(
        model="mentoring.PairMessage",
        name=_("What you wrote to your mentor or mentee"),
        purpose=TO_WORK,
        ground=Ground.SERVICE,
        kept=Kept(text=AFTER_THE_END, due=lambda: PairMessage.objects.filter(request__in=over())),
        links=("author",),
        fields=("text", "created_at", "taken_back_at"),
        erase=empty,
        stays=_(
            "That there was a message stays with the other person, without you and your words."
        ),
    ),
    Held(
        model="mentoring.Agreement",
        name=_("What you agreed on with your mentor or mentee"),
        purpose=TO_WORK,
        ground=Ground.SERVICE,
        kept=Kept(text=AFTER_THE_END, due=lambda: Agreement.objects.filter(request__in=over())),
        rows=agreements_of,
        fields=(
            *("goals", "rhythm", "rhythm_words", "ending", "written_at"),
            *("mentor_signed_at", "mentee_signed_at"),
        ),
        secret=("written_by",),
    ),
    Held(
        model="mentoring.ReadMark",
        name=_("Until when you have read the messages of a pair"),
        purpose=_("to show you what is new, and to tell you of it once"),
        ground=Ground.SERVICE,
        kept=Kept(text=AFTER_THE_END, due=lambda: ReadMark.objects.filter(request__in=over())),
        links=("reader",),
        fields=("read_at",),
    ),
]
