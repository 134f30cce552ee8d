"""What comes back later is seen in the admin, and nothing else is taken for it."""

import uuid
from io import BytesIO, TextIOWrapper

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from portal.accounts.mails import INVITATION
from portal.accounts.models import User
from portal.mail.actions import send
from portal.mail.bounces import note_bounce
from portal.mail.models import Mail, Problem, State

pytestmark = pytest.mark.django_db

NOTICE = """\
From: MAILER-DAEMON@mx.example.org
To: noreply@localhost
Content-Type: multipart/report; report-type=delivery-status; boundary="X"

--X
Content-Type: text/plain

Not delivered.

--X
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; ana@example.org
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <ana@example.org>: no such user

--X
Content-Type: {form}

Message-ID: <{key}@localhost>
Subject: Kanarin

--X--
"""
WHOLE, HEAD = "message/rfc822", "text/rfc822-headers"


@pytest.fixture
def sent(queue, server) -> Mail:
    example = {**INVITATION.example, "link": "/sq/une/"}
    mail = send(INVITATION, address="ana@example.org", language="sq", **example)
    call_command("worker", "--once")
    mail.refresh_from_db()
    assert (mail.state, mail.address) == (State.SENT, "")
    return mail


def notice(mail: Mail, action: str = "failed", form: str = WHOLE) -> bytes:
    return NOTICE.format(key=mail.key, action=action, form=form).encode()


@pytest.mark.parametrize("form", [WHOLE, HEAD])
def test_a_mail_that_came_back_is_shown_to_administrators(sent, form, monkeypatch, capsys):
    came = TextIOWrapper(BytesIO(notice(sent, form=form)))
    monkeypatch.setattr("sys.stdin", came)
    call_command("read_bounce")
    assert capsys.readouterr().out == "noted\n"
    sent.refresh_from_db()
    assert (sent.state, sent.problem, sent.code) == (State.BOUNCED, Problem.REFUSED, 550)
    client = Client()
    client.force_login(User.objects.create_superuser("admin@example.org", preferred_language="en"))
    page = client.get(reverse("mails")).content.decode()
    assert "ana@example.org" in page
    assert reverse("mail_again", args=[sent.pk]) not in page
    client.post(reverse("mail_again", args=[sent.pk]))
    sent.refresh_from_db()
    assert sent.state == State.BOUNCED


@pytest.mark.parametrize(
    ("said", "instead", "address"),
    [
        (b"text/rfc822-headers", b"text/rfc822-headers; charset=x", "ana@example.org"),
        (b"rfc822; ana@example.org", b"rfc822; <ana>", ""),
        (b"rfc822; ana@example.org", b"rfc822; a\0na@example.org", ""),
        (b"rfc822; ana@example.org", b"rfc822; " + b"a" * 300 + b"@example.org", ""),
    ],
)
def test_a_notice_that_is_damaged_is_read_as_far_as_it_goes(sent, said, instead, address):
    assert note_bounce(notice(sent, form=HEAD).replace(said, instead))
    sent.refresh_from_db()
    assert (sent.state, sent.address) == (State.BOUNCED, address)


@pytest.mark.parametrize("action", ["delayed", "delivered", ""])
def test_a_mail_that_is_still_on_its_way_did_not_come_back(sent, action):
    assert not note_bounce(notice(sent, action))


def test_what_is_no_notice_about_a_mail_of_ours_is_left_alone(sent):
    whole = notice(sent)
    strange = [
        b"",
        b"\xff\x00" * 1000,
        b"Subject: Hello\n\nHow are you?",
        whole.replace(str(sent.key).encode(), str(uuid.uuid4()).encode()),
        whole.replace(str(sent.key).encode(), b"x"),
        whole[: whole.index(b"Message-ID")],
        whole.replace(b"multipart/report", b"text/plain"),
    ]
    assert not any(map(note_bounce, strange))
    sent.refresh_from_db()
    assert sent.state == State.SENT
