"""The page where anybody checks a certificate, and those of its holder."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
)
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.accounts.middleware import second_factor_first
from portal.accounts.models import User
from portal.certificates import actions
from portal.certificates.codes import read_code
from portal.certificates.facts import facts, public_facts
from portal.certificates.forms import CodeForm
from portal.certificates.kinds import NONE, READ, looked_after_by
from portal.certificates.models import Certificate
from portal.certificates.tasks import make_paper
from portal.errors import refuse_for_now
from portal.methods import require_form
from portal.quotas import demand, sender

# Codes that one network may check, in so many seconds; an office with a pile of papers needs many.
CHECKS = ((30, 60), (300, 3600))
# How often a paper that is not there is asked for again, however often somebody looks.
ORDERS = ((5, 60),)


@require_safe
def check(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """Ask for the code of a certificate, and say what holds for it: nothing without a code.

    Whatever is no code of ours gets one answer, by one query as any other.
    """
    typed = request.GET.get("code") if code is None else code
    form = CodeForm(None if typed is None else {"code": typed})
    context: dict[str, Any] = {"form": form, "certificate": None, "is_checked": False}
    status = 200
    if typed is not None and form.is_valid():
        demand("certificates", sender(request), CHECKS)
        found = Certificate.objects.filter(code=read_code(typed)).first()
        status = 200 if found else 404
        context |= {"is_checked": True, "certificate": found}
        context |= {"facts": public_facts(found)} if found else {}
    response = TemplateResponse(request, "certificates/check.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    add_never_cache_headers(response)
    return response


@require_safe
@login_required
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """Show somebody their certificate, and what they can do with it."""
    certificate = own(request, pk, Certificate.objects.seen_by_holders())
    context = {"certificate": certificate, "facts": facts(certificate)}
    return TemplateResponse(request, "certificates/mine.html", context)


@require_safe
@login_required
def paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give the paper to its holder, and to who looks after it for a room; made if it is not yet."""
    user = cast(User, request.user)
    current = Certificate.objects.current()
    mine = Q(holder=user)
    looked_after = looked_after_by(user) if user.has_perm(READ) else NONE
    certificate = get_object_or_404(current.filter(mine | looked_after).distinct(), pk=pk)
    if certificate.holder_id != user.pk and (step := second_factor_first(request)):
        return step
    try:
        if not certificate.file:
            raise FileNotFoundError
        file = certificate.file.open("rb")
    except FileNotFoundError:
        demand("certificates", f"paper {pk}", ORDERS)
        Certificate.objects.filter(pk=pk, file=str(certificate.file)).update(file="")
        make_paper.enqueue(pk)
        return refuse_for_now(request, 503, 60, "certificate")
    name = f"{_('certificate')}.pdf"
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/pdf")


@require_form
@login_required
def show_name(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep whether those who check the certificate read the name on it."""
    certificate = own(request, pk, Certificate.objects.current())
    if request.method != "POST":
        messages.warning(request, _("You were signed out, and nothing was changed. Choose again."))
    else:
        is_shown = "show" in request.POST
        actions.choose_what_is_shown(certificate=certificate, name=is_shown)
        messages.success(
            request,
            _("Anyone who checks the certificate can now see your name.")
            if is_shown
            else _("Anyone who checks the certificate can no longer see your name."),
        )
    return redirect(certificate)


@require_form
@login_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what follows when a certificate is withdrawn; do it when its holder is sure."""
    certificate = own(request, pk, Certificate.objects.current())
    if request.method != "POST":
        context = {"certificate": certificate}
        return TemplateResponse(request, "certificates/withdraw.html", context)
    actions.withdraw(certificate=certificate)
    messages.success(request, _("The certificate is withdrawn."))
    return redirect("my_page")


def own(request: HttpRequest, pk: int, rows: QuerySet[Certificate]) -> Certificate:
    """Return the certificate among `rows`, if it is that of whoever asks; raises Http404."""
    return get_object_or_404(rows, holder=cast(User, request.user), pk=pk)
