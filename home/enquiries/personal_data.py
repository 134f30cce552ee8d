"""What the contact form holds about people: messages, found by the address for the reply."""

from allauth.account.models import EmailAddress
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from home.enquiries.models import Enquiry, Subject
from portal.accounts.models import User
from portal.personal.held import WITH_ACCOUNT, Ground, Held, Kept
from portal.personal.person import Person

# Long enough for questions that follow an answer.
KEPT_CLOSED = 183  # days


def written_by(user: User) -> QuerySet[Enquiry]:
    """Return the messages with one of the addresses that somebody has proved to be theirs."""
    mine = EmailAddress.objects.filter(user=user, verified=True).values(address=Lower("email"))
    with_one = Enquiry.objects.exclude(email="").alias(address=Lower("email"))
    return with_one.filter(address__in=mine)


def take_out_of_subjects(person: Person) -> None:
    """Route nothing to somebody any more; administrators read what is left without a reader."""
    Subject.people.through.objects.filter(user=person.user).delete()


HELD = [
    Held(
        model="enquiries.Enquiry",
        name=_("Messages that you sent through the contact form, with your confirmed address"),
        purpose=_("to answer what you asked, in a way that is safe for you"),
        ground=Ground.LEGITIMATE,
        kept=Kept(
            text=_("six months after the message was dealt with"),
            days=KEPT_CLOSED,
            since="closed_at",
        ),
        rows=written_by,
        fields=(
            "message",
            "name",
            "reply",
            "email",
            "telephone",
            "may_leave_message",
            "safe_time",
            "sent_at",
            "closed_at",
        ),
    ),
    Held(
        model="enquiries.Enquiry",
        name=_("Messages from the contact form that you dealt with"),
        purpose=_("to know who answered"),
        ground=Ground.LEGITIMATE,
        kept=Kept(text=_("as long as the message")),
        links=("closed_by",),
        fields=("closed_at", "outcome"),
        stays=_("The message stays for its time, without your name."),
    ),
    Held(
        model="enquiries.Subject",
        name=_("Subjects of the contact form whose messages you read"),
        purpose=_("so that a message reaches whoever can answer it"),
        ground=Ground.LEGITIMATE,
        kept=WITH_ACCOUNT,
        rows=lambda user: Subject.objects.filter(people=user),
        fields=("name",),
        secret=("people",),
        stays=_("The subject stays; your name is removed."),
        erase=take_out_of_subjects,
    ),
]
NOBODY = {"codes in addresses": {"enquiries.Subject": "slug"}}
