"""A person's own page, their profile and the messages to them."""

from typing import Any, cast

from allauth.account.views import EmailView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.accounts.forms import ProfileForm
from portal.accounts.messages import mark_read
from portal.accounts.models import Message, User
from portal.accounts.my_page import parts_of
from portal.accounts.typed import signed_in_to_write, typed_before
from portal.methods import require_form
from portal.paging import requested_page

MESSAGES_A_PAGE = 20


@require_safe
@login_required
def my_page(request: HttpRequest) -> HttpResponse:
    """Show what waits for the person who is signed in, and what each room has for them."""
    user = cast(User, request.user)
    return TemplateResponse(request, "account/my_page.html", {"parts": parts_of(user)})


@require_safe
@login_required
def my_messages(request: HttpRequest) -> HttpResponse:
    """List what the portal wrote to the person, the newest first."""
    written = Message.objects.filter(to=cast(User, request.user))
    page = requested_page(Paginator(written, MESSAGES_A_PAGE), request.GET)
    if page is None:  # one without messages is there
        raise Http404
    return TemplateResponse(request, "account/messages.html", {"list_page": page})


@require_safe
@login_required
def my_message(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a message to the person; it is read from then on."""
    message = get_object_or_404(Message, pk=pk, to=request.user)
    mark_read(message)
    return TemplateResponse(request, "account/message.html", {"message": message})


class AddressesView(EmailView):
    """The addresses of a person; one that they had typed when their session ended is there."""

    def get_initial(self) -> dict[str, Any]:
        """Fill the form with the address that was kept."""
        typed = typed_before(self.request, self.request.user)
        return super().get_initial() | {"email": typed.get("email", "") if typed else ""}


addresses = signed_in_to_write(AddressesView.as_view())


@require_form
@signed_in_to_write
def profile(request: HttpRequest) -> HttpResponse:
    """Let the person say who they are."""
    user = User.objects.get(
        pk=cast(User, request.user).pk
    )  # the header shows who they are until it is saved
    form = ProfileForm(request.POST or typed_before(request, user), instance=user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your profile was saved."))
        return redirect("profile")
    return TemplateResponse(request, "account/profile.html", {"form": form})
