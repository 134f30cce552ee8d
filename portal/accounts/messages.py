"""What the portal writes to a person: it is read here, the mail only says that something waits."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from portal.accounts.mails import MESSAGE_WAITS
from portal.accounts.models import Message, User
from portal.mail.actions import send, send_to_each


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


class Words(NamedTuple):
    """What a message says; `link` as for `write`."""

    subject: str
    text: str
    link: str


@transaction.atomic
def write_to_each(people: Iterable[User], words: Callable[[], Words]) -> None:
    """Write the same to several people, each in their language, as `write` does.

    `words` is called once for each language, which is active then. Takes as many queries for many
    people as for one.
    """
    # In the order in which people are locked elsewhere, so that nothing waits in a circle.
    in_order = sorted(people, key=lambda person: person.pk)
    said = {}
    for language in {person.language for person in in_order}:
        with override(language):
            said[language] = words()
    written = Message.objects.bulk_create(
        Message(to=person, **said[person.language]._asdict()) for person in in_order
    )
    links = {}
    for message in written:
        with override(message.to.language):
            links[message.to] = message.get_absolute_url()
    send_to_each(MESSAGE_WAITS, links)


def mark_read(message: Message) -> None:
    """Note that the person has opened it, the first time."""
    unread = Message.objects.filter(pk=message.pk, read_at=None)
    unread.update(read_at=timezone.now())
