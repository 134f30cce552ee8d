"""What one of a pair does next, in one sentence."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.pairs.reading import Pair
from mentoring.work.summary import Summary


@dataclass(frozen=True)
class Next:
    """A sentence, and the link to where it is done."""

    text: str
    url: str = ""
    link: str = ""


def following(pair: Pair, work: Summary) -> Next | None:
    """Return what comes next for me; None once the pair has ended."""
    if not pair.is_open:
        return None
    return (
        _to_read(pair) or _to_agree(pair) or _to_answer(work) or _to_write(pair) or _to_meet(work)
    )


def _to_read(pair: Pair) -> Next | None:
    if not pair.unread_count:
        return None
    text = ngettext(
        "%(num)s new message is waiting for you.",
        "%(num)s new messages are waiting for you.",
        pair.unread_count,
    )
    return Next(text % {"num": pair.unread_count}, _messages(pair), _("Read and answer"))


def _to_agree(pair: Pair) -> Next | None:
    url = reverse("mentoring_agreement", args=[pair.request.key])
    if not pair.agreement:
        text = _("Write down what you agree on: your goals, and how often you meet.")
        return Next(text, url, _("Write the agreement"))
    if not pair.has_signed:
        return Next(_("Read the agreement and sign it."), url, _("Read and sign"))
    return None


def _to_answer(work: Summary) -> Next | None:
    seen = work.next_session
    if not seen or not seen.waits_for_me:
        return None
    return Next(seen.said, seen.row.get_absolute_url(), _("To the meeting"))


def _to_write(pair: Pair) -> Next | None:
    last = pair.last_message
    if not last:
        text = _("Write the first message and propose when you could meet.")
        return Next(text, _messages(pair), _("Write a message"))
    if last.author_id != pair.me.user_id:
        return Next(
            _("The last message is from the other person. Answer it."),
            _messages(pair),
            _("Read and answer"),
        )
    if not pair.other_has_signed:
        return Next(_("You have done your part. The other person still has to sign the agreement."))
    return None


def _to_meet(work: Summary) -> Next:
    url = reverse("mentoring_sessions", args=[work.pair.request.key])
    seen = work.next_session
    if not seen:
        return Next(_("Propose when you could meet next."), url, _("Propose a meeting"))
    return Next(f"{seen.said} {seen.when}", url, _("All meetings"))


def _messages(pair: Pair) -> str:
    return f"{reverse('mentoring_messages', args=[pair.request.key])}#newest"
