"""The pages of the translator's desk: renewing strings, and saying whether they must be."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance

from portal.languages import language_name
from portal.methods import require_form
from portal.publishing.rights import may_publish
from portal.translating.changes import Changes
from portal.translating.forms import KeepForm, RenewForm
from portal.translating.models import ICON, edit_address
from portal.translating.renewing import keep_words, write_words
from portal.translations import target_of


@require_form
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Show each string that wants words beside what it was, and take the new ones.

    With `again` in the address it shows those, too, that have words which readers do not have yet.
    """
    translation, target = translation_for(request, pk)
    changes = Changes(translation)
    is_again = "again" in request.GET
    form = RenewForm(request.POST or None, waiting=changes.found if is_again else changes.waiting)
    if request.method == "POST" and form.is_valid() and not form.lost():
        write_words(translation=translation, words=form.words, by=request.user)
        return _after(request, translation, target, len(form.words))
    context = {
        **frame(translation, target, _("Texts to translate")),
        "form": form,
        "lost": form.lost() if form.is_bound else [],
        "can_publish": may_publish(request.user, target),
    }
    return TemplateResponse(request, "translating/renew.html", context)


def _after(request: HttpRequest, translation: Translation, target: Any, saved: int) -> HttpResponse:
    left = len(Changes(translation).waiting)
    text = ngettext("%(count)s text saved.", "%(count)s texts saved.", saved)
    if left:
        more = ngettext("%(left)s is left.", "%(left)s are left.", left)
        messages.success(request, f"{text} {more}" % {"count": saved, "left": left})
        return redirect("renew_translation", translation.pk)
    if "publish" in request.POST and may_publish(request.user, target):
        translation.save_target(user=request.user, publish=True)
        messages.success(request, _("“%(title)s” is published.") % {"title": target})
        return redirect(editor_of(target))
    nothing_left = _("Nothing is left to translate.")
    messages.success(request, f"{text} {nothing_left}" % {"count": saved})
    return redirect("review_translation", translation.pk)


@require_form
def question(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask of each text that was changed and published whether its translation must be renewed."""
    translation, target = translation_for(request, pk)
    changed = [change for change in Changes(translation).waiting if change.public]
    form = KeepForm(request.POST or None, changes=changed)
    if request.method == "POST" and form.is_valid():
        if form.kept:
            keep_words(translation=translation, changes=form.kept, by=request.user)
        messages.success(request, _("What must be renewed is left to the translators."))
        return redirect(editor_of(translation.source.get_source_instance()))
    if not changed:
        return redirect(editor_of(translation.source.get_source_instance()))
    context = {**frame(translation, target, _("Must the translation be renewed?")), "form": form}
    return TemplateResponse(request, "translating/question.html", context)


def translation_for(request: HttpRequest, pk: int) -> tuple[Translation, Any]:
    """Return a translation and where it is kept, for somebody who may edit that."""
    found = Translation.objects.select_related("source__locale", "target_locale")
    translation = get_object_or_404(found, pk=pk, enabled=True)
    if not may_translate(request.user, translation):
        raise PermissionDenied
    return translation, target_of(translation)


def may_translate(user: Any, translation: Translation | None) -> bool:
    """Whether somebody may write the words of a translation."""
    target = target_of(translation) if translation and translation.enabled else None
    return bool(target and user_can_edit_instance(user, target))


def frame(translation: Translation, target: Any, title: str) -> dict[str, Any]:
    """Return what the head of a page about a translation says, with the two languages."""
    return {
        "header_title": title,
        "page_title": title,
        "page_subtitle": f"{target} – {language_name(translation.target_locale.language_code)}",
        "header_icon": ICON,
        "source_language": translation.source.locale.language_code,
        "target_language": translation.target_locale.language_code,
        "editor": editor_of(target),
    }


def editor_of(instance: Any) -> str:
    """Return where a page or term is edited."""
    return edit_address(type(instance), instance.pk)
