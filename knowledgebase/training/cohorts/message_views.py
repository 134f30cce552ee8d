"""The messages of a cohort on its trainers' desk: written, looked at once more, sent."""

from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from knowledgebase.training.cohorts.behind import meaning
from knowledgebase.training.cohorts.messages import recipients, write_to_cohort
from knowledgebase.training.cohorts.reading import own_cohort, people_of
from knowledgebase.training.cohorts.views import desk
from knowledgebase.training.models import Cohort, CohortMessage
from knowledgebase.training.models.cohort import LEAD
from portal.accounts.colleagues import colleagues
from portal.accounts.models import User
from portal.accounts.typed import typed_before
from portal.disclosure import GentleCheck
from portal.methods import require_form
from portal.publishing.refusals import RefusedError
from portal.quotas import take

DAY = 24 * 60 * 60
MOST_A_DAY = 20  # of one trainer


class MessageForm(GentleCheck, forms.ModelForm):
    """A message and whom it is for."""

    checked_fields = ("subject", "text")

    class Meta:
        model = CohortMessage
        fields = ("recipients", "subject", "text")
        labels = {"subject": pgettext_lazy("message", "Subject")}
        error_messages = {
            "subject": {"required": gettext_lazy("Say what the message is about.")},
            "text": {"required": gettext_lazy("Write the message.")},
        }
        widgets = {"text": forms.Textarea({"rows": 10})}
        help_texts = {
            "text": gettext_lazy(
                "They read it on the portal; the e-mail only says that there is a message."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recipients"].choices = CohortMessage.Recipients.choices  # type: ignore[attr-defined]


@require_form
@colleagues(LEAD)
def cohort_messages(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a message, show what it will be and whom it goes to, send it; list what was sent."""
    own, user = own_cohort(request, key), cast(User, request.user)
    if request.method != "POST" or "change" in request.POST:
        typed = request.POST or typed_before(request, user)
        initial = typed.dict() if typed else {"recipients": request.GET.get("to", "")}
        return page(request, own, MessageForm(initial=initial))
    form = MessageForm(request.POST)
    if not form.is_valid():
        return page(request, own, form)
    if "send" in request.POST:
        return send(request, own, form)
    people = recipients(own, form.cleaned_data["recipients"])
    return desk(request, own, "message_preview", form=form, people=people)


def send(request: HttpRequest, cohort: Cohort, form: MessageForm) -> HttpResponse:
    """Send what was looked at, within what one trainer may send in a day."""
    user, said = cast(User, request.user), form.cleaned_data
    if not take("cohort_message", str(user.pk), limit=MOST_A_DAY, seconds=DAY):
        form.add_error(None, _("You have sent many messages today. Send this one tomorrow."))
        return page(request, cohort, form, HTTPStatus.TOO_MANY_REQUESTS)
    try:
        sent = write_to_cohort(
            cohort=cohort,
            by=user,
            to=said["recipients"],
            subject=said["subject"],
            text=said["text"],
        )
    except RefusedError as refused:
        form.add_error(None, refused.messages)
        return page(request, cohort, form)
    done = ngettext("Sent to %(num)s person.", "Sent to %(num)s people.", sent.count)
    messages.success(request, done % {"num": sent.count})
    return redirect("cohort_messages", cohort.key)


def page(
    request: HttpRequest, cohort: Cohort, form: MessageForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    """Return the form above what was sent before."""
    form.fields["recipients"].help_text = meaning(cohort.starts_on, cohort.ends_on)
    context = {
        "form": form,
        "has_people": people_of(cohort).exists(),
        "sent": cohort.messages.select_related("sent_by"),
    }
    answer = desk(request, cohort, "messages", **context)
    answer.status_code = status
    return answer
