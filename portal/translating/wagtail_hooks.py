"""Where editors and translators meet the state of translations in the admin."""

from collections.abc import Iterable, Iterator
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import DraftStateMixin, Page, Task, TranslatableMixin
from wagtail.query import PageQuerySet
from wagtail_localize import wagtail_hooks as localize

from portal.accounts.roles import TRANSLATE
from portal.publishing.rights import may_publish
from portal.translating import editor, review_views, views
from portal.translating.models import ICON, Review, State, TranslationState, begin_address
from portal.translating.tags import with_state
from portal.translating.views import may_translate
from portal.translations import target_of

TEXTS = {
    State.URGENT: gettext_lazy(
        "%(language)s: a number, a date, a telephone number or a link in a text changed since it "
        "was translated. Readers are told so until the text is renewed."
    ),
    State.STALE: gettext_lazy("%(language)s: texts changed since they were translated."),
}


@hooks.register("register_admin_urls", order=-1)
def register_addresses() -> list[URLPattern]:
    """Give the desk its addresses, and lead those of wagtail-localize that write words."""
    translation = "localize/translate/<int:translation_id>"
    return [
        path("translations/<int:pk>/renew/", views.renew, name="renew_translation"),
        path("translations/<int:pk>/review/", review_views.review, name="review_translation"),
        path("translations/<int:pk>/question/", views.question, name="translation_question"),
        path(f"{translation}/strings/<int:string_segment_id>/edit/", editor.edit_string),
        path(f"{translation}/pofile/upload/", editor.upload_po_file),
    ]


editor.show_as_typed()
editor.read_at_once()


def take_out(name: str, function: Any) -> None:
    """Take another package's function from a hook; Wagtail has no public way."""
    hooks._hooks[name] = [each for each in hooks._hooks[name] if each[0] is not function]


# They ask the database three questions for each row; what they know, the list's query tells.
take_out("register_page_listing_more_buttons", localize.page_listing_more_buttons)
take_out("register_snippet_listing_buttons", localize.register_snippet_listing_buttons)


@hooks.register("register_page_listing_more_buttons")
def page_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Offer to translate a page that a list says is not translated."""
    yield from offer_translation(page, page.alias_of_id or page.pk, user)


@hooks.register("register_snippet_listing_buttons")
def snippet_button(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer the same in the row of a term."""
    yield from offer_translation(snippet, snippet.pk, user)


def offer_translation(instance: Any, source_pk: int, user: Any) -> Iterator[Button]:
    """Yield the button for what a list's query told of."""
    state = getattr(instance, "translation_state", None)
    if state == State.UNTRANSLATED and user.has_perm(TRANSLATE):
        address = begin_address(type(instance), source_pk)
        yield Button(_("Translate"), address, icon_name=ICON, priority=60)


@hooks.register("construct_explorer_page_queryset")
def tell_explorer(parent: Page, pages: QuerySet, request: HttpRequest) -> QuerySet:
    """Show the state of each page's translation in the explorer."""
    return with_state(pages)


@hooks.register("construct_page_chooser_queryset")
def tell_chooser(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Show it where a page is chosen, too."""
    return with_state(pages.prefetch_workflow_states().annotate_approved_schedule())


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def tell_editor(request: HttpRequest, instance: Any) -> None:
    """Tell who opens a page or term that a translation of it is out of date."""
    if request.method != "GET" or not isinstance(instance, TranslatableMixin):
        return
    for row in TranslationState.objects.outdated(instance):
        text = TEXTS[State(row.state)] % {"language": row.language}
        messages.warning(request, text, buttons=buttons_for(request, row))


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def tell_of_review(request: HttpRequest, instance: Any) -> None:
    """Tell who opens a translation in whose hands it is, and where it goes on."""
    if request.method != "GET" or not isinstance(instance, TranslatableMixin):
        return
    rows = TranslationState.objects.filter(
        translation_key=instance.translation_key, locale=instance.locale_id
    )
    row = rows.exclude(state=State.TRANSLATED).exclude(translation=None).first()
    if row and (told := where_it_is(row, request.user)):
        text, label = told
        address = reverse("review_translation", args=[row.translation_id])
        messages.info(request, text, buttons=[messages.button(address, label)])


def where_it_is(row: TranslationState, user: Any) -> tuple[str, str] | None:
    """Return what is said of a translation that is not public yet, and the text of its button."""
    last = row.reviews.first()
    if last and last.status == Review.Status.WAITING:
        return _("This translation is waiting for a moderator."), _("Both languages side by side")
    if last and last.status == Review.Status.CHANGES:
        return _("A moderator asks for changes: “%(comment)s”") % {"comment": last.comment}, _(
            "Change the texts"
        )
    if not row.words_left and not may_publish(user, target_of(row.translation)):
        return _("All texts are translated."), _("Hand over for review")
    return None


def buttons_for(request: HttpRequest, row: TranslationState) -> list[Any]:
    """Return the buttons that lead to what is to be renewed, and to what need not be.

    Who published by a schedule or a bundle was not there to be asked.
    """
    if not may_translate(request.user, row.translation):
        return []
    renew = reverse("renew_translation", args=[row.translation_id])
    question = reverse("translation_question", args=[row.translation_id])
    return [
        messages.button(renew, _("Renew the texts")),
        messages.button(question, _("Must it be renewed?")),
    ]


def publishes(request: HttpRequest) -> bool:
    """Whether somebody publishes with a form, or approves the draft in it, which publishes it."""
    is_approved = request.POST.get("workflow-action-name") == "approve"
    return "action-publish" in request.POST or (
        is_approved and "action-workflow-action" in request.POST
    )


@hooks.register("after_publish_page", order=1000)
@hooks.register("after_publish", order=1000)
@hooks.register("after_edit_page", order=1000)
@hooks.register("after_edit_snippet", order=1000)
def ask_what_must_be_renewed(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Ask who published changed texts whether their translations must be renewed."""
    if isinstance(instance, DraftStateMixin) and not publishes(request):
        return None
    addresses = questions_about(request.user, instance)
    return redirect(addresses[0]) if addresses else None


def questions_about(user: Any, *published: Any) -> list[str]:
    """Return where somebody says which translations of what was published must be renewed."""
    sources = [each for each in published if isinstance(each, TranslatableMixin)]
    pks = {each.pk for each in sources}
    return [
        reverse("translation_question", args=[row.translation_id])
        for row in TranslationState.objects.outdated(*sources)
        if row.source_pk in pks and may_translate(user, row.translation)
    ]


def ask_after_approval() -> None:
    """Ask who approves in a list, too: where a task leads to, Wagtail's views of them go."""
    act = Task.on_action

    @wraps(act)
    def then_ask(self: Task, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> Any:
        leads_to = act(self, task_state, user, action_name, **kwargs)
        if leads_to or action_name != "approve":
            return leads_to
        addresses = questions_about(user, task_state.workflow_state.content_object)
        return addresses[0] if addresses else None

    Task.on_action = then_ask


ask_after_approval()


@hooks.register("after_bulk_action")
def ask_after_all(
    request: HttpRequest, kind: str, instances: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Ask who published many at once; of more than one translation the report asks."""
    if kind != "publish":
        return None
    addresses = questions_about(request.user, *instances)
    if len(addresses) == 1:
        return redirect(addresses[0])
    if addresses:
        report = messages.button(reverse("translation_states"), _("State of translations"))
        messages.warning(request, _("Texts changed since they were translated."), buttons=[report])
    return None
