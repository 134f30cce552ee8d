"""What is sent to addresses of pages, and many of them at once."""

import json
from collections.abc import Iterator

from django.contrib.auth.models import Group
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from tests.doors.addresses import Address
from tests.doors.asking import Asking, Try
from tests.doors.forms import NEW


class PageBodies(Asking):
    """Requests about pages, and many of them at once."""

    def api(self, address: Address) -> Iterator[Try]:
        world = self.world
        data = {
            "copy": {"recursive": True, "slug": "kopja"},
            "move": {"destination_page_id": world.standard.pk, "position": "last-child"},
            "copy_for_translation": {"locale": "en", "alias": True, "copy_parents": True},
            "create_alias": {"update_slug": "tjeter", "recursive": True},
            "unpublish": {"recursive": True},
            "revert_to_page_revision": {"revision_id": world.project.latest_revision_id},
        }
        pages = [world.project, world.project_en, world.draft, world.alias]
        for action in PagesAdminAPIViewSet.actions:
            for page in [world.closed] if action == "move" else pages:
                path = address.path(pk=page.pk, action_name=action)
                body = json.dumps(data.get(action, {}))
                yield Try(action, path, body, content_type="application/json")

    def edit_page(self, address: Address) -> Iterator[Try]:
        world = self.world
        for page, buttons in (
            (world.project, ("publish", "submit")),
            (world.waiting, ("publish", "restart-workflow", "cancel-workflow")),
        ):
            path = address.path(page_id=page.pk)
            for button in buttons:
                yield Try("", path, {**self.form(path), f"action-{button}": "1"})
        approve = {"action-workflow-action": "1", "workflow-action-name": "approve"}
        yield Try("", path, {**self.form(path), **approve})
        path = address.path(page_id=world.project_en.pk)
        for data in (
            {"action": "publish"},
            {"localize-restart-translation": "1"},
            {"localize-convert-to-alias": "1"},
            {"action-publish": "1", "title": NEW, "slug": "the-project"},
        ):
            yield Try("", path, data)

    def add_page(self, address: Address) -> Iterator[Try]:
        path = address.path(
            content_type_app_name="projects",
            content_type_model_name="projectpage",
            parent_page_id=self.world.index.pk,
        )
        for button in ("publish", "submit"):
            yield Try("", path, {**self.form(path), f"action-{button}": "1"})

    def revert_page(self, address: Address) -> Iterator[Try]:
        page = self.world.draft
        path = address.path(page_id=page.pk, revision_id=page.revisions.first().pk)
        edit = f"/admin/pages/{page.pk}/edit/"
        yield Try("", path, {**self.form(edit), "action-publish": "1"})

    def take_away(self, address: Address) -> Iterator[Try]:
        for page in (self.world.project, self.world.project_en, self.world.draft):
            chosen = {"include_descendants": "on", "languages_offered": "1", "languages": ["en"]}
            yield Try("", address.path(page_id=page.pk), chosen)

    def with_page(self, address: Address) -> Iterator[Try]:
        for page in (self.world.project, self.world.project_en, self.world.alias):
            yield Try("", address.path(page_id=page.pk))

    def move_page(self, address: Address) -> Iterator[Try]:
        moved, into = self.world.closed.pk, self.world.standard.pk
        yield Try("", address.path(page_to_move_id=moved, destination_id=into))

    def order_page(self, address: Address) -> Iterator[Try]:
        path = address.path(page_to_move_id=self.world.project.pk)
        yield Try("", f"{path}?position=3")

    def copy_page(self, address: Address) -> Iterator[Try]:
        data = {
            "new_title": NEW,
            "new_slug": "kopja",
            "new_parent_page": self.world.index.pk,
            "copy_subpages": "on",
            "publish_copies": "on",
        }
        yield Try("", address.path(page_id=self.world.project.pk), data)
        yield Try("", address.path(page_id=self.world.project.pk), {**data, "alias": "on"})

    def workflow(self, address: Address) -> Iterator[Try]:
        state = self.world.state.current_task_state
        path = address.path(
            page_id=self.world.waiting.pk, action_name="approve", task_state_id=state.pk
        )
        yield Try("", path, {"comment": ""})

    def page_privacy(self, address: Address) -> Iterator[Try]:
        for page, kind in ((self.world.project, "login"), (self.world.closed, "none")):
            yield Try("", address.path(page_id=page.pk), {"restriction_type": kind})
        yield Try("", address.path(page_id=self.world.project_en.pk), {"restriction_type": "login"})

    def bulk(self, address: Address) -> Iterator[Try]:
        data = {
            "move": {"chooser": self.world.standard.pk},
            "add_tags": {"tags": '"fjalë"'},
            "add_to_collection": {"collection": self.world.collection.pk},
            "assign_role": {"role": Group.objects.first().pk},
            "set_active_state": {"mark_as_active": ""},
        }
        bulk_action_registry.get_bulk_actions_for_model("wagtailcore", "page")  # makes it scan
        for app_label, by_model in bulk_action_registry.actions.items():
            for model_name, actions in by_model.items():
                for action in actions:
                    path = address.path(app_label=app_label, model_name=model_name, action=action)
                    ids = "&".join(f"id={pk}" for pk in self.chosen(app_label, model_name, action))
                    body = {"include_descendants": "on", **data.get(action, {})}
                    yield Try(f"{model_name} {action}", f"{path}?{ids}", body)

    def take_down(self, address: Address) -> Iterator[Try]:
        page, term = self.world.project.pk, self.world.term.pk
        for app, model, pk in (
            ("wagtailcore", "page", page),
            ("knowledgebase", "glossaryterm", term),
        ):
            yield Try("", address.path(app_label=app, model_name=model, pk=pk), {"reason": ""})

    def bring_back(self, address: Address) -> Iterator[Try]:
        yield Try("", address.path(pk=self.world.taken_down.pk))
