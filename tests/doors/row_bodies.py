"""What is sent to addresses of terms, settings, accounts and comments."""

from collections.abc import Iterator

from django.contrib.auth.models import Group
from wagtail.models import Collection, Locale, Site

from portal.accounts.models import SignUp
from portal.comments.models import CommentSettings
from tests.doors.addresses import Address
from tests.doors.asking import Asking, Try


class RowBodies(Asking):
    """Requests about terms, settings, accounts and comments."""

    def workflow_of_row(self, address: Address, app: str, model: str) -> Iterator[Try]:
        row = self.instance(app, model)
        task = row.current_workflow_task_state
        path = address.path(pk=row.pk, action_name="approve", task_state_id=task.pk)
        yield Try("", path, {"comment": ""})

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

    def comment(self, address: Address, **_: str) -> Iterator[Try]:
        path = address.path(pk=self.world.comment.pk)
        yield Try("", path, {"version": "0", "state": "published", "reply_language": "sq"})
