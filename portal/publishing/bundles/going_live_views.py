"""The pages on which a bundle is published, or gets an hour or loses it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from portal.methods import require_form
from portal.publishing.bundles import going_live
from portal.publishing.bundles.forms import LATER, HourForm
from portal.publishing.bundles.models import Bundle
from portal.publishing.bundles.readiness import Readiness
from portal.publishing.bundles.views import for_colleagues, frame
from portal.publishing.refusals import RefusedError


@require_form
@for_colleagues
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Show once more what goes live, and publish it now or set the hour."""
    bundle = get_object_or_404(Bundle, pk=pk)
    if not bundle.is_open:
        return redirect(bundle)
    readiness = Readiness(bundle, request.user)
    if not readiness.may_publish(request.user):
        raise PermissionDenied
    form = HourForm(request.POST or None, initial={"seen": readiness.seen})
    if request.method == "POST" and form.is_valid():
        return decided(request, bundle, form)
    context = {
        **frame(_("Publish together"), bundle),
        "bundle": bundle,
        "readiness": readiness,
        "form": form,
    }
    return TemplateResponse(request, "bundles/publish.html", context)


def decided(request: HttpRequest, bundle: Bundle, form: HourForm) -> HttpResponse:
    """Do what was decided; say why not on the bundle's page, where each reason is."""
    chosen = form.cleaned_data
    who = {"bundle": bundle, "seen": chosen["seen"], "by": request.user}
    try:
        if chosen["when"] == LATER:
            going_live.schedule(at=chosen["at"], **who)
            messages.success(request, _("The hour is set. You can change your mind until then."))
        else:
            going_live.publish(**who)
            messages.success(request, _("All of it is public now."))
    except RefusedError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect(bundle)


@require_POST
@for_colleagues
def unschedule(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel the hour."""
    bundle = get_object_or_404(Bundle, pk=pk)
    going_live.unschedule(bundle=bundle, by=request.user)
    messages.success(request, _("The hour was cancelled. Nothing goes live by itself."))
    return redirect(bundle)
