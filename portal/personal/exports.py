"""What is held about a person, put together for them: a file for programs, a page to read."""

import json
import uuid
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models.fields.files import FieldFile
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from portal.accounts.messages import write
from portal.accounts.models import User
from portal.media.storages import private_storage
from portal.personal.audit import Action, record
from portal.personal.deleting import delete_with_files
from portal.personal.held import Held, all_held

FOLDER = "exports"
KEPT = timedelta(days=7)
# Nobody gets another one sooner, nor the same twice.
PATIENCE = timedelta(minutes=15)
FORMS = {"json": "application/json", "html": "text/html; charset=utf-8"}


def place(export: "Export", filename: str) -> str:
    """Return where a file of an export lies; the store adds a folder that nobody guesses."""
    return f"{FOLDER}/{filename}"


class Export(models.Model):
    """A copy of what is held about a person, for them alone and for KEPT; its files lie private."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=12)
    asked_at = models.DateTimeField(default=timezone.now)
    ready_at = models.DateTimeField(null=True)
    json = models.FileField(storage=private_storage, upload_to=place, max_length=255, blank=True)
    html = models.FileField(storage=private_storage, upload_to=place, max_length=255, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.key)

    @property
    def ends_at(self) -> Any:
        """When its files are deleted."""
        return self.asked_at + KEPT


def current(user: User) -> Export | None:
    """Return the person's last export, unless its time is over."""
    rows = Export.objects.filter(user=user, asked_at__gt=timezone.now() - KEPT)
    return rows.order_by("asked_at").last()


def ask_for_export(user: User, *, language: str) -> Export:
    """Have a worker put together what is held, in the place of an earlier one.

    One that was asked for a moment ago is returned as it is.
    """
    from portal.personal.tasks import make_export  # noqa: PLC0415, needs this module

    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        last = current(user)
        if last and last.asked_at > timezone.now() - PATIENCE:
            return last
        delete_with_files(Export.objects.filter(user=user))
        export = Export.objects.create(user=user, language=language)
        record(Action.DATA_EXPORTED, by=user, about=user)
        make_export.enqueue(str(export.key))
    return export


def make(key: str) -> None:
    """Put together the export of this key; it may be gone with its person, or ready, meanwhile."""
    with transaction.atomic():
        asked = Export.objects.filter(key=key, ready_at=None)
        # An erasure locks the person too: it comes before, or finds the files.
        User.objects.select_for_update().filter(pk__in=asked.values("user")).first()
        export = asked.first()
        if not export:
            return
        with override(export.language):
            held = [*_everything(export.user)]
            export.json.save("my-data.json", ContentFile(_as_json(held).encode()), save=False)
            export.html.save(
                "my-data.html", ContentFile(_as_page(export, held).encode()), save=False
            )
        export.ready_at = timezone.now()
        export.save()
        write(
            export.user,
            subject=_("The copy of your data is ready"),
            text=_("You can download it for seven days. Then it is deleted."),
            link=reverse("my_data"),
        )


def _everything(user: User) -> Iterator[tuple[Held, list[Any]]]:
    """Yield what is held with its rows, where there are any; the account first."""
    for held in reversed(all_held()):
        if rows := list(held.of(user)):
            yield held, rows


def _as_json(everything: list[tuple[Held, list[Any]]]) -> str:
    held = [
        {
            "table": held.model,
            "name": held.name,
            "purpose": held.purpose,
            "ground": held.ground.label,
            "kept": held.kept.text,
            "rows": [{name: _plain(row, name) for name in held.fields} for row in rows],
        }
        for held, rows in everything
    ]
    content = {"made_at": timezone.now(), "held": held}
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def _plain(row: Any, name: str) -> Any:
    value = getattr(row, name)
    if isinstance(value, FieldFile):
        return PurePath(value.name or "").name
    if isinstance(value, models.Manager):
        return [str(each) for each in value.all()]
    return str(value) if isinstance(value, models.Model) else value


def _as_page(export: Export, everything: list[tuple[Held, list[Any]]]) -> str:
    held = [
        (held, [[(_label(held, name), _shown(row, name)) for name in held.fields] for row in rows])
        for held, rows in everything
    ]
    style = (settings.BASE_DIR / "static/css/copy.css").read_text()
    context = {"export": export, "held": held, "style": style}
    return render_to_string("personal/export.html", context)


# What packages call in English alone, and our own fields that no form shows.
LABELS = {
    "accepted_at": _("accepted on"),
    "action": _("action"),
    "approved_notifications": _("notices of accepted drafts"),
    "asked_at": _("asked for on"),
    "comment": _("remark"),
    "comment_notifications": _("notices of remarks"),
    "created": _("created on"),
    "created_at": _("created on"),
    "current_time_zone": _("time zone"),
    "data": _("text"),
    "data_json": _("value"),
    "date_joined": _("account since"),
    "dismissibles": _("tips that you closed"),
    "ended_at": _("ended on"),
    "file": _("file"),
    "finished_at": _("finished on"),
    "given_at": _("agreed on"),
    "ip": _("internet address"),
    "is_editing": _("being edited"),
    "is_superuser": _("administrator"),
    "key": _("number of the account"),
    "label": _("title"),
    "last_login": _("last signed in"),
    "last_seen_at": _("last seen"),
    "language": _("language"),
    "last_updated_at": _("changed on"),
    "last_used_at": _("last used"),
    "link": _("link"),
    "object_str": _("title"),
    "page": _("page"),
    "primary": _("main address"),
    "purpose": _("purpose"),
    "read_at": _("read on"),
    "ready_at": _("ready on"),
    "rejected_notifications": _("notices of drafts that were sent back"),
    "resolved_at": _("done on"),
    "revoked_at": _("revoked on"),
    "sent": _("sent on"),
    "sent_at": _("sent on"),
    "state": _("status"),
    "status": _("status"),
    "subject": pgettext_lazy("of a message", "subject"),
    "submitted_notifications": _("notices of drafts that wait"),
    "text": _("text"),
    "timestamp": _("time"),
    "type": _("kind"),
    "updated_at": _("changed on"),
    "user_agent": _("browser"),
    "verified": _("confirmed"),
    "version": _("version"),
    "withdrawn_at": _("withdrawn on"),
    "written_at": _("written on"),
}


def _label(held: Held, name: str) -> str:
    each: Any = held.model_class._meta.get_field(name)
    return capfirst(str(LABELS.get(name) or each.verbose_name))


def _shown(row: Any, name: str) -> str:
    if choice := getattr(row, f"get_{name}_display", None):
        return str(choice())
    value = _plain(row, name)
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, dict):
        value = [f"{name}: {each}" for name, each in value.items()]
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    if isinstance(value, date | int | float):
        return localize(value)
    return "" if value is None else str(value)


def delete_lost_files() -> int:
    """Delete files of copies that no row names, of a worker that was killed; return how many."""
    store: Any = private_storage()
    named = {name for row in Export.objects.values_list("json", "html") for name in row}
    lost = [name for name in _stored(store) if name not in named and _is_old(store, name)]
    for name in lost:
        store.delete(name)
    return len(lost)


def _stored(store: Any) -> Iterator[str]:
    with suppress(FileNotFoundError):
        for folder in store.listdir(FOLDER)[0]:
            for name in store.listdir(f"{FOLDER}/{folder}")[1]:
                yield f"{FOLDER}/{folder}/{name}"


def _is_old(store: Any, name: str) -> bool:
    return store.get_modified_time(name) < timezone.now() - timedelta(days=1)
