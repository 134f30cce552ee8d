"""What becomes of a form whose sender was signed out: what was typed is kept, or its page shown."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.methods import require_form

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


def sent_from(
    page: str, *named: str, whose: Callable[..., object] | None = None
) -> Callable[[View], View]:
    """Take what is sent by a button; who comes by GET, as after signing in, is led to its page.

    `page` is the name of that page's address, `named` are the arguments of the view that it takes.
    `whose` takes the request and the first of them, and raises Http404 for whom it is not.
    """

    def decorate(view: View) -> View:
        @require_form
        @wraps(view)
        def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.method == "POST":
                return view(request, *args, **kwargs)
            if whose:
                whose(request, kwargs[named[0]])
            messages.warning(
                request, _("You were signed out, and nothing was changed. Choose again.")
            )
            return redirect(reverse(page, kwargs={name: kwargs[name] for name in named}))

        return cast(View, wrapped)

    return decorate


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


def filling(request: HttpRequest, **initial: Any) -> dict[str, Any]:
    """Return what a form is made with: what is sent, else `initial` and what was typed before."""
    if request.method == "POST":
        return {"data": request.POST}
    typed = typed_before(request, cast(User, request.user))
    return {"initial": initial | (typed.dict() if typed else {})}
