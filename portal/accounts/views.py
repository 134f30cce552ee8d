"""A person's own page."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from portal.accounts.models import User
from portal.accounts.my_page import parts_of


@require_safe
@login_required
def my_page(request: HttpRequest) -> HttpResponse:
    """Show what waits for the person who is signed in, and what each room has for them."""
    user = cast(User, request.user)
    return TemplateResponse(request, "account/my_page.html", {"parts": parts_of(user)})
