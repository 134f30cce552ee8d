"""The report on mails: which wait, failed or came back, and the button that sends them again."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from portal.mail.actions import send_again
from portal.mail.kinds import kinds
from portal.mail.models import DID_NOT_ARRIVE, Mail, State
from portal.report import ButtonColumn, Report

MAY_CHANGE = "mail.change_mail"


def kind_of(mail: Mail) -> str:
    """Return what a mail is about, for administrators."""
    kind = kinds().get(mail.kind)
    return str(kind.name if kind else mail.kind)


def address_of(mail: Mail) -> str:
    """Return where a mail was to go."""
    return mail.address or (mail.to.email if mail.to else "")


def problem_of(mail: Mail) -> str:
    """Return what went wrong, with the code of the mail server."""
    return f"{mail.get_problem_display()} {f'({mail.code})' if mail.code else ''}".strip()


def state_of(mail: Mail) -> str:
    """Return what became of a mail, and when it is tried again."""
    if not mail.next_try_at:
        return str(mail.get_state_display())
    time = date_format(localtime(mail.next_try_at), "SHORT_DATETIME_FORMAT")
    return gettext("will be tried again on %(time)s") % {"time": time}


class MailsFilterSet(WagtailFilterSet):
    """What became of them."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[(state, state.label) for state in (*DID_NOT_ARRIVE, State.WAITING)],
    )

    class Meta:
        model = Mail
        fields: list[str] = []


class MailsView(Report):
    """Mails that were not sent: refused and given up first."""

    model = Mail
    page_title = _("E-mails")
    header_icon = "mail"
    name = "mails"
    waiting = ngettext_lazy(
        "%(count)s e-mail did not arrive", "%(count)s e-mails did not arrive", "count"
    )
    empty = _("Nothing is waiting, and nothing failed or came back.")
    any_permission_required = ["view"]
    filterset_class = MailsFilterSet
    is_searchable = False
    list_export: list[str] = []
    columns = [
        Column("address", label=_("E-mail address"), width="25%", accessor=address_of),
        Column("kind", label=_("About"), accessor=kind_of),
        Column("state", label=_("State"), accessor=state_of),
        DateColumn("written_at", label=_("Written")),
        Column("attempts", label=_("Tries")),
        Column("problem", label=_("What went wrong"), accessor=problem_of),
        ButtonColumn(
            "mail_again",
            _("Send again"),
            permission=MAY_CHANGE,
            about=lambda mail: "" if mail.state == State.BOUNCED else mail.address,
        ),
    ]

    @classmethod
    def failures(cls) -> int:
        """Return how many did not arrive."""
        return Mail.objects.filter(state__in=DID_NOT_ARRIVE).count()

    def get_queryset(self) -> QuerySet[Mail]:
        """Return what did not arrive, then what waits: "waiting" is the last of these words."""
        mails = Mail.objects.filter(state__in=(*DID_NOT_ARRIVE, State.WAITING))
        return mails.select_related("to").order_by("state", "-written_at")


REPORTS = [MailsView]


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a mail sent at once."""
    if not request.user.has_perm(MAY_CHANGE):
        raise PermissionDenied
    if send_again(mail=get_object_or_404(Mail, pk=pk)):
        messages.success(request, gettext("It is sent again now."))
    else:
        messages.error(request, gettext("It was sent meanwhile, or is too late to be sent."))
    return redirect("mails")
