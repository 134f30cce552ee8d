"""What is sent to each address: a body that works for whoever may, by the address's name."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Collection, Locale, Site

from portal.accounts.models import SignUp
from portal.comments.models import CommentSettings
from portal.media.models import Document, Image
from portal.publishing.bundles.readiness import Readiness
from portal.translating.changes import Changes
from tests.doors.addresses import Address
from tests.doors.forms import NEW, new_file
from tests.doors.world import translation_of


class Try(NamedTuple):
    """One request; values of `data` that can be called are made anew each time."""

    door: str
    path: str
    data: Any = {}
    method: str = "post"
    content_type: str | None = None


class Bodies:
    """Makes the requests for an address; `form` returns the data of the form at a path."""

    def __init__(self, world: Any, form: Callable[[str], dict[str, Any]]) -> None:
        """`world` is what `tests.doors.world` made."""
        self.world = world
        self.form = form

    def tries(self, address: Address) -> list[Try]:
        """Return the requests for an address; none for one that needs no trying."""
        for pattern, make in RULES.items():
            if match := re.fullmatch(pattern, address.name):
                found = make(self, address, **match.groupdict())
                return [each._replace(door=f"{address.name} {each.door}".strip()) for each in found]
        return []

    # --- Pages -------------------------------------------------------------------------------
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

    def workflow_of_row(self, address: Address, app: str, model: str) -> Iterator[Try]:
        row = self.instance(app, model)
        task = row.current_workflow_task_state
        path = address.path(pk=row.pk, action_name="approve", task_state_id=task.pk)
        yield Try("", path, {"comment": ""})

    def page_privacy(self, address: Address) -> Iterator[Try]:
        for page, kind in ((self.world.project, "login"), (self.world.closed, "none")):
            yield Try("", address.path(page_id=page.pk), {"restriction_type": kind})
        yield Try("", address.path(page_id=self.world.project_en.pk), {"restriction_type": "login"})

    # --- Bulk actions --------------------------------------------------------------------------
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

    def chosen(self, app_label: str, model_name: str, action: str) -> list[Any]:
        world = self.world
        if model_name == "page":
            pages = [world.closed] if action == "move" else [world.project, world.draft]
            return [page.pk for page in pages]
        return [self.instance(app_label, model_name).pk]

    # --- Snippets and other models --------------------------------------------------------------
    def instance(self, app_label: str, model_name: str) -> Any:
        """Return the world's row of a model, else the first."""
        model = apps.get_model(app_label, model_name)
        of_world = [*self.world.rows, self.world.furniture, self.world.person]
        own = [each for each in of_world if type(each) is model]
        return own[0] if own else model._default_manager.first()

    def rows(self, app_label: str, model_name: str) -> list[Any]:
        """Return that row and its translation, if it has one."""
        row = self.instance(app_label, model_name)
        return [row, *(row.get_translations() if hasattr(row, "translation_key") else [])]

    def add_row(self, address: Address, app: str, model: str) -> Iterator[Try]:
        path = address.path()
        data = {**self.form(path), "action-publish": "1"}
        yield Try("", path, data | ({"key": "fjale"} if "key" in data else {}))

    def edit_row(self, address: Address, app: str, model: str) -> Iterator[Try]:
        source, *translations = self.rows(app, model)
        path = address.path(pk=source.pk)
        yield Try("", path, {**self.form(path), "action-publish": "1"})
        yield Try("", path, {**self.form(path)})
        for row in translations:
            yield Try("", address.path(pk=row.pk), {"action": "publish"})

    def delete_row(self, address: Address, app: str, model: str) -> Iterator[Try]:
        for row in self.rows(app, model):
            for method in sorted(address.methods):
                yield Try("", address.path(pk=row.pk), method=method)

    def copy_row(self, address: Address, app: str, model: str) -> Iterator[Try]:
        path = address.path(pk=self.instance(app, model).pk)
        yield Try("", path, {**self.form(path), "slug": "kopja", "key": "kopja"})

    def revert_row(self, address: Address, app: str, model: str) -> Iterator[Try]:
        row = self.instance(app, model)
        path = address.path(pk=row.pk, revision_id=row.latest_revision_id or 0)
        edit = path.partition("/history/")[0] + f"/edit/{row.pk}/"
        yield Try("", path, {**self.form(edit), "action-publish": "1"})

    def unpublish_row(self, address: Address, app: str, model: str) -> Iterator[Try]:
        for row in self.rows(app, model):
            yield Try("", address.path(pk=row.pk))

    def choose_row(self, address: Address, app: str, model: str) -> Iterator[Try]:
        add = f"/admin/snippets/{app}/{model}/add/"
        name = "create-form-{}".format
        data = {name(field): value for field, value in self.form(add).items()}
        data |= {name("locale"): self.form(add).get("locale", "")}
        yield Try("", address.path(), data)

    def settings_of(self, address: Address, app: str, action: str) -> Iterator[Try]:
        row = {
            "locales": Locale.objects.get(language_code="en"),
            "sites": Site.objects.first(),
            "users": self.world.person,
            "groups": Group.objects.first(),
            "collections": self.world.collection,
            "feedback": self.world.answer,
        }[app]
        path = address.path(pk=row.pk) if "pk" in address.parameters else address.path()
        for method in sorted(address.methods):
            yield Try("", path, self.form(path) if action != "delete" else {}, method)

    def collection_privacy(self, address: Address) -> Iterator[Try]:
        root = Collection.get_first_root_node()
        yield Try("", address.path(collection_id=root.pk), {"restriction_type": "login"})

    # --- Accounts --------------------------------------------------------------------------------
    def account(self, address: Address, **_: str) -> Iterator[Try]:
        path = address.path(pk=self.world.person.pk)
        yield Try("", path, {"to": self.world.editor.pk})

    def invite(self, address: Address) -> Iterator[Try]:
        yield Try("", address.path(), {"addresses": "person@example.org", "language": "sq"})

    def invitation(self, address: Address) -> Iterator[Try]:
        yield Try("", address.path(pk=self.world.invitation.pk))

    def setting(self, address: Address) -> Iterator[Try]:
        path = address.path(app_name="accounts", model_name="signup", pk=SignUp.load().pk)
        yield Try("", path, {"way": "open"})
        kinds = {"app_name": "comments", "model_name": "commentsettings"}
        path = address.path(**kinds, pk=CommentSettings.load().pk)
        yield Try("", path, {"kinds": ["home.standardpage"]})

    # --- Comments of readers ---------------------------------------------------------------------
    def comment(self, address: Address, **_: str) -> Iterator[Try]:
        path = address.path(pk=self.world.comment.pk)
        yield Try("", path, {"version": "0", "state": "published", "reply_language": "sq"})

    # --- Files -----------------------------------------------------------------------------------
    def file(self, kind: str) -> Any:
        return self.world.image if kind == "images" else self.world.document

    def add_file(self, address: Address, kind: str, **_: str) -> Iterator[Try]:
        model = Image if kind == "images" else Document
        root = Collection.get_first_root_node().pk
        data = {"title": NEW, "collection": root, "file": lambda: new_file(model)}
        if "chooser" in address.name:
            prefix = "image-chooser-upload" if kind == "images" else "document-chooser-upload"
            data = {f"{prefix}-{name}": value for name, value in data.items()}
        if "multiple" in address.name:
            data = {"collection": root, "files[]": lambda: new_file(model)}
        yield Try("", address.path(), data)

    def change_file(self, address: Address, kind: str, action: str) -> Iterator[Try]:
        file = self.file(kind)
        path = address.path(**{address.parameters[0]: file.pk})
        if "delete" in action:
            for method in sorted(address.methods):
                yield Try("", path, method=method)
            return
        data = {
            "title": NEW,
            "tags": "",
            "collection": file.collection_id,
            "file": lambda: new_file(type(file)),
        }
        prefix = "image" if kind == "images" else "doc"
        if "multiple" in action:
            data = {f"{prefix}-{file.pk}-{name}": value for name, value in data.items()}
        yield Try("", path, data)

    def finish_upload(self, address: Address, kind: str, **_: str) -> Iterator[Try]:
        upload = self.world.upload_of[Image if kind == "images" else Document]
        yield Try("", address.path(uploaded_file_id=upload.pk))

    def review_file(self, address: Address) -> Iterator[Try]:
        for kind, file in (("image", self.world.image), ("document", self.world.document)):
            path = address.path(_0=kind, _1=file.pk)
            for answer in ("accept", "refuse"):
                yield Try("", path, {answer: "1", "seen": file.file.name})

    # --- Translations ----------------------------------------------------------------------------
    def submit_page(self, address: Address) -> Iterator[Try]:
        data = {"locales": [self.world.english.pk], "include_subtree": "on"}
        for page in (self.world.alias_source, self.world.project):
            yield Try("", address.path(page_id=page.pk), data)

    def submit_row(self, address: Address) -> Iterator[Try]:
        for row in (self.world.untranslated, self.world.furniture):
            meta = {"app_label": row._meta.app_label, "model_name": row._meta.model_name}
            data = {"locales": [self.world.english.pk]}
            yield Try("", address.path(pk=row.pk, **meta), data)

    def sync(self, address: Address) -> Iterator[Try]:
        for row in (self.world.project, self.world.furniture, *self.world.rows):
            source = translation_of(row).source_id
            yield Try(
                "", address.path(translation_source_id=source), {"publish_translations": "on"}
            )

    def string(self, address: Address) -> Iterator[Try]:
        path = address.path(
            translation_id=self.world.translation.pk, string_segment_id=self.world.string.pk
        )
        form = "application/x-www-form-urlencoded"
        yield Try("", path, f"value={NEW}", "put", form)
        yield Try("", path, method="delete")

    def override(self, address: Address) -> Iterator[Try]:
        translation = translation_of(self.world.furniture)
        segment = translation.source.overridablesegment_set.first()
        path = address.path(translation_id=translation.pk, overridable_segment_id=segment.pk)
        form = "application/x-www-form-urlencoded"
        yield Try("", path, "value=https://example.org/", "put", form)
        yield Try("", path, method="delete")

    # --- Emergencies -----------------------------------------------------------------------------
    def take_down(self, address: Address) -> Iterator[Try]:
        page, term = self.world.project.pk, self.world.term.pk
        for app, model, pk in (
            ("wagtailcore", "page", page),
            ("knowledgebase", "glossaryterm", term),
        ):
            yield Try("", address.path(app_label=app, model_name=model, pk=pk), {"reason": ""})

    def bring_back(self, address: Address) -> Iterator[Try]:
        yield Try("", address.path(pk=self.world.taken_down.pk))

    # --- Bundles ---------------------------------------------------------------------------------
    def bundle(self, address: Address, action: str) -> Iterator[Try]:
        world = self.world
        bundle = world.ended if action == "reopen" else world.bundle
        data = {"title": NEW, "when": "now", "seen": Readiness(world.bundle).seen}
        if action == "choose":
            data["page"] = world.project.pk
        yield Try("", address.path(pk=bundle.pk), data)

    def bundle_item(self, address: Address, **_: str) -> Iterator[Try]:
        yield Try("", address.path(pk=self.world.bundle.pk, item=self.world.item.pk))

    def add_bundle(self, address: Address) -> Iterator[Try]:
        yield Try("", address.path(), {"title": NEW})

    def add_to_bundle(self, address: Address) -> Iterator[Try]:
        world = self.world
        for app, model, pk in (
            ("wagtailcore", "page", world.project.pk),
            ("wagtailcore", "page", world.project_en.pk),
            ("knowledgebase", "glossaryterm", world.term.pk),
        ):
            path = address.path(app_label=app, model_name=model, pk=pk)
            yield Try("", path, {"bundle": world.empty.pk})

    def with_translation(self, address: Address) -> Iterator[Try]:
        yield Try("", address.path(translation_id=self.world.translation.pk))

    def renew(self, address: Address) -> Iterator[Try]:
        yield Try("", address.path(pk=self.world.translation.pk), {"publish": "1"})

    def review(self, address: Address) -> Iterator[Try]:
        path = address.path(pk=self.world.translation.pk)
        seen = Changes(self.world.translation).digest
        yield Try("", path, {"step": "approve", "seen": seen})

    def pofile(self, address: Address) -> Iterator[Try]:
        text = str(self.world.translation.export_po()).replace("Unseen words", NEW)
        path = address.path(translation_id=self.world.translation.pk)
        yield Try("", path, {"file": lambda: ContentFile(text.encode(), "words.po")})


SNIPPET = r"wagtailsnippets_(?P<app>portal_search|[a-z]+)_(?P<model>[a-z]+)"
MODEL = r"(?:wagtail(?:admin_|users_)?)?(?P<app>locales|sites|users|groups|collections|feedback)"
FILES = r"wagtail(?P<kind>images|docs)(?:_chooser)?"
RULES: dict[str, Callable[..., Iterator[Try]]] = {
    "wagtailadmin_api:pages:action": Bodies.api,
    "wagtail_bulk_action": Bodies.bulk,
    "wagtailadmin_pages:add": Bodies.add_page,
    "wagtailadmin_pages:edit": Bodies.edit_page,
    "wagtailadmin_pages:(delete|unpublish)": Bodies.take_away,
    "wagtailadmin_pages:convert_alias": Bodies.with_page,
    "wagtailadmin_pages:move_confirm": Bodies.move_page,
    "wagtailadmin_pages:set_page_position": Bodies.order_page,
    "wagtailadmin_pages:copy": Bodies.copy_page,
    "wagtailadmin_pages:workflow_action": Bodies.workflow,
    "wagtailadmin_pages:set_privacy": Bodies.page_privacy,
    "wagtailadmin_pages:revisions_revert": Bodies.revert_page,
    "wagtailadmin_collections:set_privacy": Bodies.collection_privacy,
    f"{MODEL}:(?P<action>add|edit|delete)": Bodies.settings_of,
    f"{SNIPPET}:add": Bodies.add_row,
    f"{SNIPPET}:edit": Bodies.edit_row,
    f"{SNIPPET}:delete": Bodies.delete_row,
    f"{SNIPPET}:copy": Bodies.copy_row,
    f"{SNIPPET}:unpublish": Bodies.unpublish_row,
    f"{SNIPPET}:revisions_revert": Bodies.revert_row,
    f"{SNIPPET}:workflow_action": Bodies.workflow_of_row,
    SNIPPET.replace("snippets_", "snippetchoosers_") + ":create": Bodies.choose_row,
    f"{FILES}:(?P<action>add|add_multiple|create)": Bodies.add_file,
    f"{FILES}:(?P<action>(?:edit|delete)(?:_multiple)?)": Bodies.change_file,
    f"{FILES}:(?P<action>create_multiple_from.*|delete_upload.*)": Bodies.finish_upload,
    "review_file": Bodies.review_file,
    "(suspend|restore)_user|reset_second_step|hand_over": Bodies.account,
    "(decide|erase)_comment": Bodies.comment,
    "invite": Bodies.invite,
    "(send_invitation_again|revoke_invitation)": Bodies.invitation,
    "wagtailsettings:edit": Bodies.setting,
    "take_down_confirm": Bodies.take_down,
    "undo_take_down": Bodies.bring_back,
    "(?P<action>publish|rename|choose|unschedule|dissolve|reopen)(?:_for)?_bundle": Bodies.bundle,
    "(?:take_out|renew)_bundle_item|translate_ahead": Bodies.bundle_item,
    "add_bundle": Bodies.add_bundle,
    "add_to_bundle": Bodies.add_to_bundle,
    "wagtail_localize:submit_page_translation": Bodies.submit_page,
    "wagtail_localize:submit_snippet_translation": Bodies.submit_row,
    "wagtail_localize:update_translations": Bodies.sync,
    "wagtail_localize:edit_string_translation": Bodies.string,
    "wagtail_localize:edit_override": Bodies.override,
    "wagtail_localize:stop_translation": Bodies.with_translation,
    "wagtail_localize:upload_pofile": Bodies.pofile,
    "wagtail_localize:convert_to_alias": Bodies.with_page,
    "renew_translation": Bodies.renew,
    "review_translation": Bodies.review,
}
