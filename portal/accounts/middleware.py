"""Who comes into the admin: those who may, with a second factor where the site asks for one."""

from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from portal.accounts.roles import ADMIN
from portal.middleware import Handler, is_in_admin, is_signed_in

# Asks nobody in, and says to scripts of the admin who is signed in.
OPEN = ("wagtailadmin_login", "wagtailadmin_logout", "desk_session")


def second_factor(get_response: Handler) -> Handler:
    """Let nobody into the admin who may not be there, or has shown a password alone."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if _is_guarded(request) and is_signed_in(request):
            if not request.user.has_perm(ADMIN):
                # Wagtail would send them to sign in, which sends the signed-in back.
                raise PermissionDenied("admin")
            if step := second_factor_first(request):
                return step
        return get_response(request)

    return middleware


def second_factor_first(request: HttpRequest) -> HttpResponse | None:
    """Return where a signed-in person shows a second factor first, if the site asks for one."""
    if not settings.SECOND_FACTOR_REQUIRED or not (step := _missing_step(request)):
        return None
    query = urlencode({"next": request.get_full_path()})
    return HttpResponseRedirect(f"{reverse(step)}?{query}")


def _is_guarded(request: HttpRequest) -> bool:
    return is_in_admin(request) and request.path_info not in {reverse(name) for name in OPEN}


def _missing_step(request: HttpRequest) -> str | None:
    """Return the name of the address at which a person shows what they have not shown yet."""
    if not is_mfa_enabled(request.user):
        return "mfa_index"
    shown = {record["method"] for record in get_authentication_records(request, request.user)}
    return None if "mfa" in shown else "mfa_reauthenticate"
