"""Leads every door of Wagtail's and wagtail-localize's to the gate.

Whatever the admin's views, their API, workflows, schedules and commands do to public content, they
do by running one of Wagtail's actions, and translations are written by `Translation.save_target`.
So these are led, once, when Django starts. The addresses of wagtail-localize that do neither are
led in `portal.publishing.wagtail_hooks`.
"""

import json
from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail import actions as wagtail
from wagtail.admin import messages
from wagtail.admin.views.generic import (
    CopyViewMixin,
    CreateEditViewOptionalFeaturesMixin,
    DeleteView,
)
from wagtail.admin.views.pages.edit import EditView
from wagtail_localize.models import Translation, TranslationSource

from portal.publishing import actions
from portal.publishing.mixins import PublicAtOnce, is_gated
from portal.publishing.refusals import RefusedError
from portal.translations import finished_only, lock_translations, locked

Gate = Callable[[Any, Callable[[], Any]], Any]

LED: dict[type, Gate] = {
    wagtail.PublishRevisionAction: actions.publish,
    wagtail.UnpublishAction: actions.unpublish,
    wagtail.EditAction: actions.change,
    wagtail.DeleteAction: actions.delete,
    wagtail.DeletePageAction: actions.delete,
    wagtail.MovePageAction: actions.move,
    wagtail.CopyPageAction: actions.copy,
    wagtail.CreatePageAliasAction: actions.make_alias,
    wagtail.ConvertAliasPageAction: actions.convert_alias,
}


def lead_all() -> None:
    """Lead Wagtail's actions and wagtail-localize's writing of translations to the gate."""
    for action_class, gate in LED.items():
        lead(action_class, gate)
    lead_translations()
    close_side_doors()
    for view in (EditView, CreateEditViewOptionalFeaturesMixin):
        send_comments(view)
    decide_once()


def close_side_doors() -> None:
    """Take from views what none of their forms sends, and what no action would see."""
    # DELETE would delete the row itself.
    DeleteView.http_method_names = ["get", "post", "head", "options"]
    # A copy's form is sent to where things are added; sent back, it is saved over the original.
    CopyViewMixin.http_method_names = ["get", "head", "options"]


def send_comments(view: Any) -> None:
    """Have a moderator's comment sent even where the form beside it has a fault, and is not saved.

    So does Wagtail with what does not depend on the form: to cancel a workflow.
    """
    form_invalid = view.form_invalid

    @wraps(form_invalid)
    def after_the_comment(self: Any, form: Any) -> Any:
        is_asked = "action-workflow-action" in self.request.POST and self.workflow_action_is_valid()
        if is_asked and self.workflow_action == "reject":
            instance = getattr(self, "page", None) or self.object
            said = json.loads(self.request.POST.get("workflow-action-extra-data") or "{}")
            state = instance.current_workflow_task_state
            state.task.specific.on_action(state, self.request.user, "reject", **said)
            messages.success(self.request, _("Your comment was sent, and changes are asked for."))
        return form_invalid(self, form)

    view.form_invalid = after_the_comment


def decide_once() -> None:
    """Have what waits decided by whoever is first; who comes second is shown what became of it.

    Two moderators decide in one second, or one pushes twice: the second finds no task any more.
    """
    decide_on_page = EditView.perform_workflow_action
    decide_on_term = CreateEditViewOptionalFeaturesMixin.workflow_action_action

    @wraps(decide_on_page)
    def once_on_page(self: Any) -> Any:
        refused = None
        with transaction.atomic():
            lock_translations(self.page)
            if not self.page.current_workflow_task:
                return self.save_action()
            try:
                return decide_on_page(self)
            except RefusedError as error:
                refused = error  # what was typed is kept all the same
        raise refused

    @wraps(decide_on_term)
    def once_on_term(self: Any) -> Any:
        with transaction.atomic():
            lock_translations(self.object)
            return decide_on_term(self) if self.object.current_workflow_task else None

    EditView.perform_workflow_action = once_on_page
    CreateEditViewOptionalFeaturesMixin.workflow_action_action = once_on_term


def lead(action_class: Any, gate: Gate) -> None:
    """Have `gate` decide when the action is executed on what is the gate's."""
    execute = action_class.execute

    @wraps(execute)
    def through_the_gate(self: Any, *args: Any, **kwargs: Any) -> Any:
        proceed = partial(execute, self, *args, **kwargs)
        # Saving a form of what has drafts publishes nothing.
        is_concerned = is_gated(self.instance) and (
            gate is not actions.change or isinstance(self.instance, PublicAtOnce)
        )
        return gate(self, proceed) if is_concerned else proceed()

    action_class.execute = through_the_gate


def lead_translations() -> None:
    """Have the gate decide when a translation is put together."""
    write = finished_only(Translation.save_target)

    @wraps(write)
    def through_the_gate(self: Translation, user: Any = None, publish: bool = True) -> Any:
        proceed = partial(write, self, user=user, publish=publish)
        return actions.save_translation(self, user, publish, proceed)

    Translation.save_target = through_the_gate
    TranslationSource.update_from_db = locked(TranslationSource.update_from_db)
    # A restriction closes all languages from where it stands; copies would outlive it.
    TranslationSource.sync_view_restrictions = lambda *_pages: None
