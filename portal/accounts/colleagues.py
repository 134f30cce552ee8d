"""Who opens the pages outside the admin on which colleagues work with people's data."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from django.http import Http404, HttpRequest, HttpResponseBase

from portal.accounts.middleware import second_factor_first
from portal.accounts.typed import signed_in_to_write

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def colleagues(permission: str) -> Callable[[View], View]:
    """Let in those who have a permission, with a second factor where the site asks for one.

    Everybody else who is signed in meets a 404. Which objects are theirs is for the view to ask.
    """

    def decorate(view: View) -> View:
        @signed_in_to_write
        @wraps(view)
        def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not request.user.has_perm(permission):
                raise Http404
            return second_factor_first(request) or view(request, *args, **kwargs)

        return cast(View, wrapped)

    return decorate
