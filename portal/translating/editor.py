"""The addresses of wagtail-localize's editor that write words, so that states stay true."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from portal.translating.po_files import read
from portal.translating.renewing import write_words
from portal.translating.states import refresh
from portal.translating.views import editor_of, translation_for
from portal.translations import lock_translations


@transaction.atomic
def edit_string(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponse:
    """Keep the words of one string, as wagtail-localize does, and how far the translation is."""
    translation = get_object_or_404(Translation, pk=translation_id)
    source = translation.source.get_source_instance()
    lock_translations(source)
    response = edit_translation.edit_string_translation(request, translation_id, string_segment_id)
    if request.method in ("PUT", "DELETE") and response.status_code < 400:
        refresh(source)
    return response


@require_POST
def upload_po_file(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take the words of a PO file, and say what was left out and why."""
    translation, target = translation_for(request, translation_id)
    try:
        words, left_out = read(request.FILES.get("file"), translation)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect(editor_of(target))
    write_words(translation=translation, words=words, by=request.user)
    message = ngettext("%(count)s text taken over.", "%(count)s texts taken over.", len(words))
    messages.success(request, message % {"count": len(words)})
    if left_out:
        messages.warning(request, _("Left out: %(texts)s") % {"texts": "; ".join(left_out)})
    return redirect(editor_of(target))
