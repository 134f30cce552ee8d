"""The addresses of wagtail-localize that change what is public without an action of Wagtail's.

Each asks the gate, and then does what wagtail-localize does.
"""

from functools import partial

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail_localize.models import OverridableSegment, Translation
from wagtail_localize.views import convert, edit_translation

from portal.publishing import actions
from portal.publishing.overrides import check_override


def convert_to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask, and let a translation show its original again."""
    proceed = partial(convert.convert_to_alias, request, page_id)
    if request.method != "POST":
        return proceed()
    page = get_object_or_404(Page, pk=page_id, alias_of__isnull=True)
    return actions.convert_to_alias(page, request.user, proceed)


def stop_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Let a page no longer follow its original."""
    proceed = partial(edit_translation.stop_translation, request, translation_id)
    if request.method != "POST":
        return proceed()
    translation = get_object_or_404(Translation, pk=translation_id)
    return actions.stop_translation(translation, request.user, proceed)


def edit_override(
    request: HttpRequest, translation_id: int, overridable_segment_id: int
) -> HttpResponse:
    """Keep a value that a translation has of its own, if its field would take it."""
    if request.method == "PUT":
        segment = get_object_or_404(OverridableSegment, pk=overridable_segment_id)
        value = QueryDict(request.body, encoding=request.encoding).get("value", "")
        try:
            check_override(segment, value)
        except ValidationError as error:
            return JsonResponse({"error": " ".join(error.messages)}, status=400)
    return edit_translation.edit_override(request, translation_id, overridable_segment_id)
