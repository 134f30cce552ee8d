"""Reads what mail servers send back later: delivery status notifications (RFC 3464)."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.mail.models import Mail, Problem, State
from portal.validators import is_address

KEY = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")
CODE = re.compile(r"\b5\d\d\b")


@transaction.atomic
def note_bounce(raw: bytes) -> bool:
    """Note by the mail that it came back; return whether the message says so of one of ours."""
    notice = cast(EmailMessage, message_from_bytes(raw, policy=policy.default))
    failure, key = _failure(notice), _key(notice)
    if failure is None or key is None:
        return False
    sent = Mail.objects.select_for_update(of=("self",)).filter(key=key, state=State.SENT).first()
    if not sent:
        return False
    code = CODE.search(failure.get("Diagnostic-Code", ""))
    sent.code = int(code[0]) if code else None
    sent.state, sent.problem, sent.ended_at = State.BOUNCED, Problem.REFUSED, timezone.now()
    # It was deleted when the mail left; who invited somebody wants to know whom.
    address = failure.get("Final-Recipient", "").partition(";")[2].strip()
    sent.address = address if is_address(address) else ""
    sent.save()
    return True


def _failure(notice: EmailMessage) -> Any:
    """Return what the notice says of a recipient whom the mail did not reach, or None."""
    for part in notice.walk():
        if part.get_content_type() == "message/delivery-status":
            blocks = cast(list[Any], part.get_payload())
            return next((each for each in blocks if _has_failed(each)), None)
    return None


def _has_failed(block: Any) -> bool:
    return str(block.get("Action", "")).strip().lower() == "failed"


def _key(notice: EmailMessage) -> UUID | None:
    """Return the key of the mail that the notice brings back, whole or its head alone."""
    for part in notice.walk():
        head: Any = None
        if part.get_content_type() == "message/rfc822":
            head = part.get_payload(0)
        elif part.get_content_type() == "text/rfc822-headers":
            head = message_from_bytes(cast(bytes, part.get_payload(decode=True)))
        if head is not None:
            found = KEY.search(str(head.get("Message-ID", "")))
            return UUID(found[1]) if found else None
    return None
