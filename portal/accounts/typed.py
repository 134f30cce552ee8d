"""Keeps what somebody typed whose session had ended when they sent the form."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.translation import gettext as _

from portal.accounts.models import User

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
KEPT = "typed"
# More than any form of ours takes; a stranger can have a session too.
MOST = 40_000  # characters


def signed_in_to_write(view: View) -> View:
    """Send whoever is not signed in to do so and come back, to the form as they had filled it.

    The form has a hidden field `by` with the key of who opened it: somebody else who signs in at
    the same browser neither sees what was typed nor saves it as their own. Of a form without it
    nothing is kept.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        typed = request.POST.urlencode()
        if "by" in request.POST and len(typed) <= MOST:
            request.session[KEPT] = {"path": request.path, "typed": typed}
        return redirect_to_login(request.get_full_path())

    return cast(View, wrapped)


def typed_before(request: HttpRequest, user: User) -> QueryDict | None:
    """Return what this person had typed here when their session ended, once."""
    kept = request.session.pop(KEPT, None)
    if not kept or kept["path"] != request.path:
        return None
    typed = QueryDict(kept["typed"])
    if typed.get("by") != str(user.key):
        return None
    messages.warning(
        request, _("You were signed out, and nothing was saved. What you typed is still here.")
    )
    return typed
