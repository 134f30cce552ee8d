"""What people are told about a report: the two the same, and nobody is named."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentoring.models import Profile, Report
from mentoring.models.request import AT_WORK
from mentoring.requests.telling import is_there
from mentoring.safeguarding.handlers import handlers
from mentoring.safeguarding.pausing import PAUSED
from portal.accounts.messages import Words, write_to_each

IS_PAUSED = (_("Contact in your mentoring pair is paused"), PAUSED)
IS_READ = (
    _("The coordinator is reading what your mentoring pair wrote"),
    _(
        "The coordinator has opened your pair because of a question about safety, and reads what "
        "both of you wrote there. Both of you are told so in the same words."
    ),
)
GOES_ON = (
    _("Contact in your mentoring pair resumes"),
    _(
        "The coordinator has looked at your pair. You can write to each other again. Thank you for "
        "your patience."
    ),
)
WAITS = (
    _("A report from the mentoring programme is waiting"),
    _("A member has reported something. Please read it as soon as you can."),
)
IS_ERASED = (
    _("A report can no longer be read in full"),
    _(
        "Somebody who is part of an open report has erased their account, and what they wrote is "
        "gone. Please decide what still has to be decided."
    ),
)
IS_DECIDED = (
    _("The coordinator has read your report"),
    _("Thank you for telling us. The coordinator has read your report and decided."),
)
TEXTS = (IS_PAUSED, IS_READ, GOES_ON, WAITS, IS_ERASED, IS_DECIDED)


def tell_the_two(report: Report, words: tuple[Any, Any]) -> None:
    """Tell both of a pair that is at work the same."""
    request = report.request
    if request and request.state in AT_WORK:
        _tell([request.mentee, request.mentor], words, request.get_absolute_url)


def tell_who_reported(report: Report) -> None:
    """Tell who reported somebody with whom they do not work that it was read."""
    _tell([report.by], IS_DECIDED, lambda: reverse("mentoring_requests"))


def tell_handlers(report: Report, words: tuple[Any, Any]) -> None:
    """Tell those who decide that there is something to read."""
    _write(handlers(report), words, lambda: reverse("mentoring_reports"))


def _tell(people: list[Profile | None], words: tuple[Any, Any], link: Any) -> None:
    _write([person.user for person in people if is_there(person)], words, link)


def _write(users: list[Any], words: tuple[Any, Any], link: Any) -> None:
    subject, text = words
    write_to_each(users, lambda: Words(str(subject), str(text), link()))
