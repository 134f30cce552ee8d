"""While no mail server answers a message is kept, and later staff are told once."""

import pytest
from django.core.management import call_command

from home.enquiries.models import Enquiry
from portal.mail.models import Mail, State
from tests.enquiries.writing import make_subject, reader, send
from tests.tasks.test_worker import time_passes

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]


def test_what_is_written_while_the_mail_server_is_down_is_told_later_once(queue, server, english):
    server.answers["MAIL"] = "451 later"
    assert send(make_subject(english, people=[reader()])).status_code == 303
    call_command("worker", "--once")
    assert Enquiry.objects.get().closed_at is None
    assert Mail.objects.get().state == State.WAITING
    server.answers["MAIL"] = "250 OK"
    time_passes()
    for _ in range(2):
        call_command("worker", "--once")
    assert [mail["To"] for mail in server.arrived] == ["lexon@example.org"]
