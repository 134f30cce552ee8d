"""The contact form and the page after it, which no cache keeps and no cookie follows."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from home.enquiries.actions import AnotherMessageError, receive
from home.enquiries.forms import EnquiryForm
from portal.methods import require_form
from portal.middleware import takes_text
from portal.quotas import TooManyError, demand, sender

# Of one network in so many seconds; a shelter and an office have one address for all.
SHARE = ((10, 3600), (40, 86400))


@csrf_exempt  # A token needs a cookie; all that a forged request could do is write to us.
@require_form
@never_cache
@takes_text
def write(request: HttpRequest) -> HttpResponse:
    """Show the form and keep what is sent; whatever is wrong, what was typed stays in it."""
    if request.method != "POST":
        return show(request, EnquiryForm())
    form = EnquiryForm(request.POST)
    if not form.is_valid():
        return show(request, form, HTTPStatus.BAD_REQUEST)
    try:
        demand("enquiries", sender(request), SHARE)
        receive(**form.cleaned_data)
    except TooManyError as refused:
        form.add_error(None, _("Too many messages came from your network. Please send it later."))
        response = show(request, form, HTTPStatus.TOO_MANY_REQUESTS)
        response["Retry-After"] = str(refused.seconds)
        return response
    except AnotherMessageError:
        form.ask_again(
            _(
                "You have already sent a message from this form. To send this one too, "
                "press “Send” once more."
            )
        )
        return show(request, form, HTTPStatus.CONFLICT)
    response = redirect("enquiry_sent")
    response.status_code = HTTPStatus.SEE_OTHER
    return response


def show(
    request: HttpRequest, form: EnquiryForm, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    """Return the page with the form."""
    return TemplateResponse(request, "enquiries/write.html", {"form": form}, status=status)


@require_safe
@never_cache
def sent(request: HttpRequest) -> HttpResponse:
    """Say that the message is here, and what comes next; for everybody in the same words."""
    return TemplateResponse(request, "enquiries/sent.html")
