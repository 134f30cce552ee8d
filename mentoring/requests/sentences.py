"""What is said of each state of a request, to whoever looks at it and whoever comes too late."""

from django.utils.translation import gettext_lazy as _

from mentoring.models.request import State

STANDS = {
    State.DRAFT: _("This request was not sent yet."),
    State.SENT: _("This request is waiting for an answer."),
    State.PROPOSED: _("This pair is proposed and begins when both agree."),
    State.ACCEPTED: _("This request was accepted."),
    State.DECLINED: _("This request was declined."),
    State.WITHDRAWN: _("This request was withdrawn."),
    State.EXPIRED: _("This request has expired."),
    State.ENDED_EARLY: _("This pair ended its work early."),
    State.COMPLETED: _("This pair has completed its work."),
}
