"""What the portal writes to a person: it is read here, the mail only says that something waits."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from portal.accounts.mails import MESSAGE_WAITS
from portal.accounts.models import Message, User
from portal.mail.actions import send


@transaction.atomic
def write(to: User, *, subject: Any, text: Any, link: str = "") -> Message:
    """Write to a person in their language and tell them by mail that a message waits.

    `subject` and `text` may be lazy, paragraphs of `text` are separated by empty lines; `link` is a
    path of ours or an absolute address.
    """
    with override(to.language):
        message = Message.objects.create(to=to, subject=str(subject), text=str(text), link=link)
        send(MESSAGE_WAITS, to=to, link=message.get_absolute_url())
    return message


def mark_read(message: Message) -> None:
    """Note that the person has opened it, the first time."""
    unread = Message.objects.filter(pk=message.pk, read_at=None)
    unread.update(read_at=timezone.now())
