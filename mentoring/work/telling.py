"""What the other of a pair is told of a meeting; nobody is named, nor when or where it is."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from mentoring.models import Session
from mentoring.requests.telling import is_there
from mentoring.texts import Text
from mentoring.work.rules import Step

TEXTS: dict[Step, Text] = {
    Step.PROPOSE: Text(
        "meeting_propose",
        _("Times for a meeting have been proposed"),
        _("Choose the one that suits you, or propose others."),
    ),
    Step.PROPOSE_OTHERS: Text(
        "meeting_propose_others",
        _("Other times for a meeting have been proposed"),
        _("Choose the one that suits you, or propose others."),
    ),
    Step.AGREE: Text(
        "meeting_agree",
        _("A meeting is agreed"),
        _("Its page says when it is and has a file for your calendar."),
    ),
    Step.CANCEL: Text(
        "meeting_cancel",
        _("A meeting is cancelled"),
        _("You need not explain or do anything. On the page of your meetings you can propose one."),
    ),
    Step.HELD: Text(
        "meeting_held",
        _("A meeting is noted as held"),
        _("If it was different, or longer or shorter, you can correct it for 14 days."),
    ),
    Step.NOT_HELD: Text(
        "meeting_not_held",
        _("A meeting is noted as not held"),
        _("If it was held after all, you can correct that for 14 days."),
    ),
}


def tell(session: Session, step: Step, by: str) -> None:
    """Tell the other, who is locked with the pair, that a step was taken."""
    other = session.request.other_of(by)
    if not is_there(other):
        return
    with override(other.user.language):
        TEXTS[step].write(other.user, link=session.get_absolute_url())
