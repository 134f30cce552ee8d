"""Sending mails, sending them again, and choosing which ones one wants."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from portal.accounts.models import User
from portal.mail.kinds import Kind, optional_kinds
from portal.mail.models import FAILED, Mail, Refusal, State
from portal.mail.tasks import send_mail, send_mails
from portal.mail.writing import write
from portal.tasks.queue import hurry


@transaction.atomic
def send(
    kind: Kind, *, to: User | None = None, address: str = "", language: str = "", **context: Any
) -> Mail:
    """Put a mail into the transaction of what caused it; the worker sends it after that.

    It goes to `address`, else to the person's own, in the language that the person chose, else in
    `language`, else in that of the request. One that the person switched off is only noted down.
    Raises ValidationError where the address is none.
    """
    address = address or (to.email if to else "")
    validate_email(address)
    language = (to and to.preferred_language) or language or get_language() or ""
    refusals = Refusal.objects.filter(user=to, kind=kind.key)
    is_wanted = not (kind.optional and to and refusals.exists())
    mail = _mail(kind, to, address, language, context, is_wanted=is_wanted)
    mail.save()
    if is_wanted:
        send_mail.enqueue(mail.pk)
    return mail


@transaction.atomic
def send_to_each(kind: Kind, links: Mapping[User, str]) -> None:
    """Put a mail to each person, with a link of their own, into the transaction, as `send` does.

    Takes as many queries for many as for one, and one task.
    """
    refused: set[int] = set()
    if kind.optional:
        refusals = Refusal.objects.filter(user__in=links, kind=kind.key)
        refused = {*refusals.values_list("user", flat=True)}
    mails = []
    for to, link in links.items():
        validate_email(to.email)
        is_wanted = to.pk not in refused
        mails.append(_mail(kind, to, to.email, to.language, {"link": link}, is_wanted=is_wanted))
    Mail.objects.bulk_create(mails)
    if waiting := [mail.pk for mail in mails if mail.state == State.WAITING]:
        send_mails.enqueue(waiting)


def _mail(  # noqa: PLR0913  (all that makes one, and no rows)
    kind: Kind,
    to: User | None,
    address: str,
    language: str,
    context: dict[str, Any],
    *,
    is_wanted: bool,
) -> Mail:
    """Return a mail that is not stored yet; one that is not wanted has no words."""
    mail = Mail(kind=kind.key, to=to, language=language)
    if not is_wanted:
        mail.state, mail.ended_at = State.UNWANTED, timezone.now()
        return mail
    mail.address = address
    mail.text, mail.html = write(kind, language, context)
    mail.expires_at = mail.written_at + kind.lasts if kind.lasts else None
    return mail


@transaction.atomic
def send_again(*, mail: Mail) -> bool:
    """Have a mail sent at once that waits or failed; return whether it is one of these."""
    row = Mail.objects.select_for_update(of=("self",)).get(pk=mail.pk)
    if row.state in FAILED:
        row.state, row.attempts, row.ended_at = State.WAITING, 0, None
        row.save(update_fields=["state", "attempts", "ended_at"])
    if row.state != State.WAITING:
        return False
    if not hurry(send_mail, row.pk):
        send_mail.enqueue(row.pk)
    return True


@transaction.atomic
def choose(*, user: User, wanted: Iterable[str]) -> None:
    """Keep which of the optional kinds a person wants, by their keys."""
    for kind in optional_kinds(user):
        if kind.key in wanted:
            Refusal.objects.filter(user=user, kind=kind.key).delete()
        else:
            Refusal.objects.get_or_create(user=user, kind=kind.key)
