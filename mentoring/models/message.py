"""What two people who work together write to each other, with files."""

from typing import Any, Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.request import Request
from portal.media.storages import private_storage

FOLDER = "mentoring-files"


def place(attachment: "Attachment", filename: str) -> str:
    """Return where a file lies, whatever it was called; the store adds what nobody guesses."""
    return f"{FOLDER}/file"


class PairMessageQuerySet(models.QuerySet["PairMessage"]):
    """Finds messages by who has read them."""

    def unread_by(self, user: Any) -> Self:
        """Return those of others whose words are still there and that somebody has not opened."""
        read = ReadMark.objects.filter(
            request=OuterRef("request"), reader=user, read_at__gte=OuterRef("created_at")
        )
        return self.exclude(author=user).exclude(text="").filter(~Exists(read))


class PairMessage(models.Model):
    """What one of a pair wrote to the other; nobody changes it.

    `text` is empty once it was taken back, and `author` once they were erased. `once` is made of
    the form and what was typed, so that what is sent twice is one message.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    text = models.TextField(max_length=4000, blank=True)
    once = models.UUIDField(default=uuid4, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    taken_back_at = models.DateTimeField(_("taken back on"), null=True)

    objects = PairMessageQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "once"], name="mentoring_message_once")
        ]

    def __str__(self) -> str:
        return str(self.key)


class Attachment(models.Model):
    """A file that came with a message; `name` is what its sender called it, `size` is in bytes."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    message = models.ForeignKey(PairMessage, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(_("name of the file"), max_length=255)
    file = models.FileField(storage=private_storage, upload_to=place, max_length=255)
    size = models.PositiveIntegerField(_("size in bytes"))

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.key)


class ReadMark(models.Model):
    """Until when somebody has read the messages of a pair."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="+")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["request", "reader"], name="mentoring_read_once")
        ]

    def __str__(self) -> str:
        return str(self.read_at)
