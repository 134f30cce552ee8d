"""What is held about a person, put together for them: a file for programs, a page to read."""

import uuid
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from portal.accounts.messages import write
from portal.accounts.models import User
from portal.media.storages import private_storage
from portal.personal.audit import Action, record
from portal.personal.deleting import delete_with_files
from portal.personal.rendering import as_json, as_page, everything_about

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

    One that was asked for a moment ago is returned as it is. Raises User.DoesNotExist for somebody
    who was erased a moment ago.
    """
    from portal.personal.tasks import make_export  # noqa: PLC0415, needs this module

    with transaction.atomic():
        User.objects.locked().get(pk=user.pk)
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
        User.objects.locked().filter(pk__in=asked.values("user")).first()
        export = asked.first()
        if not export:
            return
        with override(export.language):
            held = everything_about(export.user)
            export.json.save("my-data.json", ContentFile(as_json(held).encode()), save=False)
            export.html.save("my-data.html", ContentFile(as_page(held).encode()), save=False)
        export.ready_at = timezone.now()
        export.save()
        write(
            export.user,
            subject=_("The copy of your data is ready"),
            text=_("You can download it for seven days. Then it is deleted."),
            link=reverse("my_data"),
        )
