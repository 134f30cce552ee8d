"""The pages of an emergency take-down: what will go, and what is gone."""

from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import DraftStateMixin, Page
from wagtail.permissions import page_permission_policy

from portal.methods import require_form
from portal.publishing.forms import TakeDownForm
from portal.publishing.mixins import is_gated
from portal.publishing.models import TakeDown
from portal.publishing.reach import reach_of
from portal.publishing.rights import may_publish, require_right_to_publish
from portal.publishing.taking_down import restore, take_down
from portal.translating.models import edit_address


@require_form
def confirm(request: HttpRequest, app_label: str, model_name: str, pk: int) -> HttpResponse:
    """Say what will go, and take it down when that is confirmed."""
    instance = _instance(app_label, model_name, pk)
    reach = reach_of(instance)
    require_right_to_publish(request.user, instance, *reach.live)
    earlier = None if reach.live else _taken_down(instance)
    if earlier and may_see(request.user, earlier):
        messages.info(request, _("This was taken down already. You can undo it here."))
        return redirect(earlier)
    form = TakeDownForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = take_down(instance=instance, user=request.user, **form.cleaned_data)
        return redirect(done)
    context = {
        "header_title": _("Emergency take-down"),
        "page_title": _("Emergency take-down"),
        "page_subtitle": str(instance),
        "header_icon": "warning",
        "reach": reach,
        "form": form,
        "back": edit_address(type(instance), instance.pk),
    }
    return TemplateResponse(request, "publishing/take_down_confirm.html", context)


def _instance(app_label: str, model_name: str, pk: int) -> Any:
    try:
        model: Any = apps.get_model(app_label, model_name)
    except LookupError as error:
        raise Http404 from error
    instance = get_object_or_404(model, pk=pk) if issubclass(model, DraftStateMixin) else None
    if not is_gated(instance):
        raise Http404
    return instance.specific if isinstance(instance, Page) else instance


def _taken_down(instance: Any) -> TakeDown | None:
    """Return the take-down that took this from visitors and is not undone."""
    taken = TakeDown.objects.filter(undone_at=None)
    return taken.filter(things__translation_key=instance.translation_key).first()


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is gone, or what came back, and who did it."""
    record = get_object_or_404(TakeDown, pk=pk)
    if not may_see(request.user, record):
        raise PermissionDenied
    things: list[Any] = list(record.things.select_related("content_type"))
    finder = AdminURLFinder(request.user)
    for thing in things:
        thing.editor = thing.instance and finder.get_edit_url(thing.instance)
    context = {
        "header_title": _("Emergency take-down"),
        "page_title": _("Emergency take-down"),
        "page_subtitle": record.title,
        "header_icon": "warning",
        "take_down": record,
        "things": [thing for thing in things if not thing.is_file],
        "files": [thing for thing in things if thing.is_file],
    }
    return TemplateResponse(request, "publishing/take_down.html", context)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Make public again what was taken down."""
    record = get_object_or_404(TakeDown, pk=pk)
    if not may_see(request.user, record):
        raise PermissionDenied
    record = restore(take_down=record, user=request.user)
    messages.success(request, _("The take-down of “%(title)s” was undone.") % {"title": record})
    return redirect(record)


def may_see(user: Any, record: TakeDown) -> bool:
    """Whether `user` may publish all that is left of what was taken down.

    Nothing may be left: then it is for those who may publish any page.
    """
    content = [thing.instance for thing in record.things.all() if not thing.is_file]
    left = [instance for instance in content if instance]
    if not left:
        return bool(page_permission_policy.user_has_permission(user, "publish"))
    return all(may_publish(user, instance) for instance in left)
