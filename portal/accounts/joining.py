"""How somebody gets an account: they ask for one, and they open the link that they were sent."""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.decorators import rate_limit
from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from portal.accounts.forms import AskForm, OpenAccountForm
from portal.accounts.inviting import (
    GoneError,
    accept,
    ask_for_account,
    by_token,
    open_account,
    purpose_of,
)
from portal.accounts.models import Invitation, InvitationState, SignUp, User
from portal.methods import require_form


@require_form
@rate_limit(action="signup")
def sign_up(request: HttpRequest) -> HttpResponse:
    """Send a link to whoever asks for an account, where everybody may have one.

    What is done and answered is the same for an address that has an account.
    """
    if request.user.is_authenticated:
        return redirect("my_page")
    way = SignUp.current()
    if way != SignUp.Way.OPEN:
        return TemplateResponse(request, "account/signup_closed.html", {"way": way})
    form = AskForm(request.POST or None)
    if form.is_valid():
        ask_for_account(form.cleaned_data["email"], language=get_language())
        return redirect("sign_up_sent")
    return TemplateResponse(request, "account/signup.html", {"form": form})


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Say that a link was sent."""
    return TemplateResponse(request, "account/signup_sent.html")


@require_form
@never_cache
@sensitive_post_parameters("password")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show an invitation to whoever has its link, and let them accept it."""
    found = by_token(token)
    if not found or found.state != InvitationState.OPEN:
        return _gone(request, found)
    try:
        if request.user.is_authenticated:
            return _join(request, found, request.user)
        if found.accounts().exists():
            return _show(request, found, "sign_in")
        if SignUp.current() == SignUp.Way.CLOSED:
            return _show(request, found, "closed")
        return _open_account(request, found)
    except (GoneError, IntegrityError):  # somebody was quicker
        return redirect(request.path)


def _gone(request: HttpRequest, found: Invitation | None) -> HttpResponse:
    context = {"invitation": found, "state": found.state if found else ""}
    return TemplateResponse(
        request, "account/invitation_gone.html", context, status=410 if found else 404
    )


def _show(request: HttpRequest, found: Invitation, step: str, **context: object) -> HttpResponse:
    purpose = purpose_of(found, request.user if request.user.is_authenticated else None)
    context = {"invitation": found, "step": step, "purpose": purpose, **context}
    return TemplateResponse(request, "account/invitation.html", context)


def _join(request: HttpRequest, found: Invitation, user: User) -> HttpResponse:
    if not found.accounts().filter(pk=user.pk).exists():
        return _show(request, found, "somebody_else")
    if request.method != "POST":
        return _show(request, found, "accept")
    accept(found, by=user)
    messages.success(request, _("You have accepted the invitation."))
    return redirect("my_page")


def _open_account(request: HttpRequest, found: Invitation) -> HttpResponse:
    form = OpenAccountForm(request.POST or None, initial={"email": found.address})
    if not form.is_valid():
        return _show(request, found, "open_account", form=form)
    user = open_account(
        found, name=form.cleaned_data["name"], password=form.cleaned_data["password"]
    )
    login = Login(user=user, email=user.email)
    return perform_password_login(request, {"email": user.email}, login)
