"""What is held about a person, as they see it and decide about it."""

from contextlib import suppress
from typing import cast

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.handing_over import blockers
from portal.accounts.models import User
from portal.methods import require_form
from portal.personal import consents, exports
from portal.personal.erasure import ask_to_erase
from portal.personal.exports import Export
from portal.personal.held import held_about
from portal.publishing.refusals import RefusedError


@require_safe
@login_required
def my_data(request: HttpRequest) -> HttpResponse:
    """Show what is held, each right, and what the person can do here."""
    user = cast(User, request.user)
    context = {
        "held": held_about(user),
        "export": exports.current(user),
        "consents": consents.standings(user),
    }
    return TemplateResponse(request, "personal/my_data.html", context)


@require_form
@login_required
@reauthentication_required(allow_get=True)
def ask_for_copy(request: HttpRequest) -> HttpResponse:
    """Have a copy put together of what is held."""
    if request.method != "POST":
        return _signed_out_meanwhile(request)
    with suppress(User.DoesNotExist):
        exports.ask_for_export(cast(User, request.user), language=get_language())
    messages.success(
        request, _("We are preparing your copy and will send you a message when it is ready.")
    )
    return redirect("my_data")


@require_safe
@login_required
@reauthentication_required
def copy(request: HttpRequest, key: str, form: str) -> FileResponse:
    """Give a person a file of their own copy; nobody else learns that it is there."""
    own = Export.objects.filter(
        user=cast(User, request.user),
        ready_at__isnull=False,
        asked_at__gt=timezone.now() - exports.KEPT,
    )
    export = get_object_or_404(own, key=key)
    if form not in exports.FORMS:
        raise Http404
    try:
        file = getattr(export, form).open()
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"{_('my-data')}.{form}",
        content_type=exports.FORMS[form],
    )


@require_form
@login_required
def consent(request: HttpRequest) -> HttpResponse:
    """Give a consent, or withdraw it."""
    if request.method != "POST":
        return _signed_out_meanwhile(request)
    user = cast(User, request.user)
    known = {purpose.key: purpose for purpose in consents.purposes()}
    purpose = known.get(request.POST.get("purpose", ""))
    if not purpose:
        raise Http404
    if "give" in request.POST:
        if purpose.asked_at:
            return redirect(purpose.asked_at)
        consents.give(user, purpose)
        messages.success(request, _("Thank you. You can withdraw your consent at any time."))
    else:
        consents.withdraw(user, purpose)
        messages.success(request, _("You have withdrawn your consent. This takes effect now."))
    return redirect("my_data")


def _signed_out_meanwhile(request: HttpRequest) -> HttpResponse:
    """Lead whoever had to sign in before what they had pressed to where the button is."""
    messages.warning(request, _("You were signed out, and nothing was changed. Choose again."))
    return redirect("my_data")


@require_http_methods(["GET", "POST"])
@login_required
@reauthentication_required
def erase(request: HttpRequest) -> HttpResponse:
    """Say what will be erased and what stays; erase it when the person is sure."""
    user = cast(User, request.user)
    if request.method == "POST":
        try:
            with suppress(User.DoesNotExist):
                ask_to_erase(user, by=user)
        except RefusedError:
            return redirect("my_data_erase")
        logout(request)
        return redirect("my_data_erased")
    held = held_about(user)
    context = {
        "blockers": blockers(user),
        "erased": [each for each in held if not each.stays],
        "stays": [each for each in held if each.stays],
    }
    return TemplateResponse(request, "personal/erase.html", context)


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Say to whoever was here that they are being erased."""
    return TemplateResponse(request, "personal/erased.html")
