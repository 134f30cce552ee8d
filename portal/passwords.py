"""Passwords of closed pages and collections: whoever guesses waits longer and longer."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import views
from wagtail.documents.views import serve

from portal.quotas import demand, give_back, sender

# Wrong passwords of one sender for one closed place, in so many seconds.
GUESSES = ((5, 300), (12, 3600), (30, 24 * 3600))
View = Callable[..., HttpResponse]


def slowed(view: View) -> View:
    """Return a view of Wagtail that counts wrong passwords; right ones cost nothing."""

    @wraps(view)
    def counting(request: HttpRequest, restriction_id: int, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, restriction_id, **kwargs)
        key = f"{view.__module__}:{restriction_id}:{sender(request)}"
        demand("password", key, GUESSES)
        response = view(request, restriction_id, **kwargs)
        if response.status_code == HTTPStatus.FOUND:
            give_back("password", key, GUESSES)
        return response

    return counting


page_password = slowed(views.authenticate_with_password)
collection_password = slowed(serve.authenticate_with_password)
