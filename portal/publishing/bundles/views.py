"""The pages of bundles: what stands in one and what is missing, adding, the end."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.models import DraftStateMixin, Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models

from portal.inputs import row_number
from portal.methods import require_form
from portal.publishing.bundles import filling, rights
from portal.publishing.bundles.ahead import Ahead, write_ahead
from portal.publishing.bundles.facts import key_of
from portal.publishing.bundles.forms import AddForm, ChooseForm, TitleForm
from portal.publishing.bundles.judged import add_address
from portal.publishing.bundles.models import Bundle, BundleItem
from portal.publishing.bundles.readiness import Readiness
from portal.publishing.languages import is_source, other_languages
from portal.publishing.mixins import is_gated
from portal.publishing.refusals import RefusedError
from portal.translating.forms import RenewForm
from portal.translating.models import State, TranslationState, edit_address
from portal.translating.views import may_translate

ICON = "folder-open-inverse"
MOST_TERMS = 100
MOST_BUNDLES = 30
View = Callable[..., HttpResponse]


def for_colleagues(view: View) -> View:
    """Let in those who work with bundles."""

    @wraps(view)
    def let_in(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not rights.may_work(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return let_in


def frame(title: Any, subtitle: Any = "") -> dict[str, Any]:
    """Return what each page has at its head."""
    return {
        "header_title": title,
        "page_title": title,
        "page_subtitle": subtitle,
        "header_icon": ICON,
    }


@require_form
@for_colleagues
def add(request: HttpRequest) -> HttpResponse:
    """Make a bundle."""
    form = TitleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect(filling.make(title=form.cleaned_data["title"], by=request.user))
    context = {
        **frame(_("Publish together")),
        "form": form,
        "explained": _(
            "Everything in it goes live at one moment or not at all: pages with their "
            "translations, terms, texts of the whole site."
        ),
        "button": _("Make it"),
        "back": reverse("bundles"),
    }
    return TemplateResponse(request, "bundles/form.html", context)


@require_form
@for_colleagues
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a bundle another name."""
    bundle = get_object_or_404(Bundle, pk=pk)
    form = TitleForm(request.POST or None, initial={"title": bundle.title})
    if request.method == "POST" and form.is_valid():
        title = form.cleaned_data["title"]
        return redirect(filling.rename(bundle=bundle, title=title, by=request.user))
    context = {
        **frame(_("Change the name"), bundle),
        "form": form,
        "button": _("Save"),
        "back": bundle.get_absolute_url(),
    }
    return TemplateResponse(request, "bundles/form.html", context)


@require_safe
@for_colleagues
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what stands in a bundle and what is missing, or what was published by it."""
    people = ("made_by", "scheduled_by", "ended_by")
    bundle = get_object_or_404(Bundle.objects.select_related(*people), pk=pk)
    readiness = Readiness(bundle, request.user)
    for each in readiness.judged:
        each.may_change = each.thing is None or rights.may_change(request.user, bundle, each.thing)
    context = {
        **frame(_("Bundle"), bundle),
        "bundle": bundle,
        "readiness": readiness,
        "can_publish": readiness.may_publish(request.user),
        "is_mine": bundle.made_by_id == request.user.pk,
    }
    if bundle.is_open:
        form = ChooseForm(terms=waiting_terms(request.user))
        context |= {"form": form, "media": form.media}
    return TemplateResponse(request, "bundles/show.html", context)


def waiting_terms(user: Any) -> list[tuple[str, str]]:
    """Return the terms where something waits and that somebody may edit, by model and number."""
    found: list[tuple[str, str]] = []
    for model in get_snippet_models():
        if not issubclass(model, TranslatableMixin):
            continue
        waiting = TranslationState.objects.filter(
            content_type__app_label=model._meta.app_label,
            content_type__model=model._meta.model_name,
            target_pk__isnull=False,
            translation__enabled=True,
        ).exclude(state__in=(State.TRANSLATED, State.UNTRANSLATED))
        rows = model._default_manager.filter(pk__in=waiting.values("target_pk"))
        if issubclass(model, DraftStateMixin):
            rows |= model._default_manager.filter(has_unpublished_changes=True)
        for row in rows.select_related("locale").order_by("pk")[:MOST_TERMS]:
            if rights.may_add(user, row):
                name = f"{model._meta.label_lower}.{row.pk}"
                kind = model._meta.verbose_name
                found.append((name, f"{row} – {kind}, {row.locale.language_code}"))
    return found[:MOST_TERMS]


@require_POST
@for_colleagues
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead from what was chosen to the question which languages go with it."""
    bundle = get_object_or_404(Bundle, pk=pk)
    form = ChooseForm(request.POST, terms=waiting_terms(request.user))
    if not form.is_valid():
        for error in form.errors.values():
            messages.error(request, error[0])
        return redirect(bundle)
    if page := form.cleaned_data["page"]:
        return redirect(add_address(page, bundle))
    app_label, model_name, number = form.cleaned_data["term"].split(".")
    address = reverse("add_to_bundle", args=[app_label, model_name, number])
    return redirect(f"{address}?bundle={bundle.pk}")


@require_form
@for_colleagues
def add_thing(request: HttpRequest, app_label: str, model_name: str, pk: int) -> HttpResponse:
    """Ask into which bundle a page or term goes, and which of its languages go with it."""
    thing = find(app_label, model_name, pk)
    rights.require_addable(thing, request.user)
    taken = BundleItem.objects.about(thing).select_related("bundle").first()
    if taken:
        text = _("“%(title)s” is already in this one.") % {"title": thing}
        messages.info(request, text)
        return redirect(taken.bundle)
    asked = Bundle.objects.open().filter(pk=row_number(request.GET.get("bundle"))).first()
    form = AddForm(
        request.POST or None,
        bundles=[*Bundle.objects.open()[:MOST_BUNDLES]],
        asked=asked,
        others=companions(thing, request.user),
    )
    if request.method == "POST" and form.is_valid() and (bundle := added(request, form, thing)):
        return redirect(bundle)
    context = {
        **frame(_("Add to a bundle"), thing),
        "form": form,
        "button": _("Add it"),
        "back": asked.get_absolute_url() if asked else edit_address(type(thing), thing.pk),
    }
    return TemplateResponse(request, "bundles/form.html", context)


def added(request: HttpRequest, form: AddForm, thing: Any) -> Bundle | None:
    """Add what was chosen and return the bundle; None, with the reason in the form, if refused."""
    try:
        bundle = form.chosen_bundle or filling.make(
            title=form.cleaned_data["title"], by=request.user
        )
        items = filling.add(bundle=bundle, things=[thing, *form.chosen_languages], by=request.user)
    except RefusedError as refusal:
        form.add_error(None, refusal.messages)
        return None
    text = ngettext("%(count)s thing added.", "%(count)s things added.", len(items))
    messages.success(request, text % {"count": len(items)})
    return bundle


def find(app_label: str, model_name: str, pk: int) -> Any:
    """Return a page or a term; raises Http404."""
    try:
        model: Any = apps.get_model(app_label, model_name)
    except LookupError as error:
        raise Http404 from error
    if not issubclass(model, TranslatableMixin) or not hasattr(model, "_default_manager"):
        raise Http404
    thing = get_object_or_404(model, pk=pk)
    if not is_gated(thing) or not (isinstance(thing, Page) or hasattr(model, "snippet_viewset")):
        raise Http404
    return thing.specific if isinstance(thing, Page) else thing


def companions(thing: Any, user: Any) -> list[Any]:
    """Return the translations that are offered with a source, ticked."""
    if not is_source(thing):
        return []
    others = [each for each in other_languages(thing) if not getattr(each, "alias_of_id", None)]
    taken = {item.key for item in BundleItem.objects.about(*others)} if others else set()
    return [each for each in others if rights.may_add(user, each) and key_of(each) not in taken]


@require_POST
@for_colleagues
def take_out(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Take something out of a bundle."""
    bundle, row = item_of(pk, item)
    filling.take_out(bundle=bundle, item=row, by=request.user)
    messages.success(request, _("“%(title)s” was taken out.") % {"title": row})
    return redirect(bundle)


@require_POST
@for_colleagues
def renew(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Take the new version of something in a bundle."""
    bundle, row = item_of(pk, item)
    filling.take_new_version(bundle=bundle, item=row, by=request.user)
    messages.success(request, _("The new version of “%(title)s” was taken.") % {"title": row})
    return redirect(bundle)


def item_of(pk: int, item: int) -> tuple[Bundle, BundleItem]:
    """Return a bundle with something in it; raises Http404."""
    row = get_object_or_404(BundleItem.objects.select_related("bundle"), pk=item, bundle=pk)
    return row.bundle, row


@require_form
@for_colleagues
def translate(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Take the words for what a draft in the bundle will say."""
    bundle, row = item_of(pk, item)
    readiness = Readiness(bundle, request.user)
    each = next(each for each in readiness.judged if each.item.pk == row.pk)
    original = readiness.draft_for(each)
    if not bundle.is_open or not each.translation or not original:
        messages.info(request, _("There is nothing to translate here ahead of time."))
        return redirect(bundle)
    if not may_translate(request.user, each.translation):
        raise PermissionDenied
    changes = Ahead(each.translation, readiness.facts.draft_of(original))
    form = RenewForm(request.POST or None, waiting=changes.waiting)
    if request.method == "POST" and form.is_valid() and not form.lost():
        write_ahead(translation=each.translation, words=form.words, by=request.user)
        count = len(form.words)
        text = ngettext("%(count)s text saved.", "%(count)s texts saved.", count)
        messages.success(request, text % {"count": count})
        return redirect(bundle)
    context = {
        **frame(_("Texts to translate"), f"{each.thing} – {each.language}"),
        "form": form,
        "lost": form.lost() if form.is_bound else [],
        "source_language": each.translation.source.locale.language_code,
        "target_language": each.translation.target_locale.language_code,
        "editor": each.edit_address,
    }
    return TemplateResponse(request, "translating/renew.html", context)


@require_form
@for_colleagues
def dissolve(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and end a bundle without publishing it."""
    bundle = get_object_or_404(Bundle, pk=pk)
    if request.method == "POST":
        filling.dissolve(bundle=bundle, by=request.user)
        messages.success(request, _("It was dissolved. Pages and drafts stay as they are."))
        return redirect(bundle)
    context = {
        **frame(_("Dissolve"), bundle),
        "explained": _(
            "Nothing is published, and no page or draft is touched. You can open it again later."
        ),
        "button": _("Dissolve"),
        "back": bundle.get_absolute_url(),
    }
    return TemplateResponse(request, "bundles/form.html", context)


@require_POST
@for_colleagues
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a dissolved bundle again."""
    bundle = get_object_or_404(Bundle, pk=pk)
    return redirect(filling.reopen(bundle=bundle, by=request.user))
