"""A mail is in the transaction of what caused it, leaves once, and what does not leave is seen."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, send_mail
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.accounts.mails import MESSAGE_WAITS, RESTORED
from portal.accounts.models import User
from portal.mail.actions import choose, send, send_again
from portal.mail.kinds import Kind
from portal.mail.models import Mail, Problem, State
from portal.mail.sending import DELAYS
from tests.tasks.test_worker import time_passes
from tests.workers import kill, until

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

LINK = "/sq/une/"


@pytest.fixture
def person() -> User:
    return User.objects.create_user("ana@example.org", preferred_language="en")


def work() -> None:
    call_command("worker", "--once")


def only_mail() -> Mail:
    return Mail.objects.get()


def test_it_leaves_in_both_parts_with_a_neutral_head_and_nothing_of_it_stays(queue, server, person):
    send(MESSAGE_WAITS, to=person, link=LINK)
    assert only_mail().text
    work()
    (arrived,) = server.arrived
    assert arrived["Subject"] == "A message for you"
    assert arrived["From"] == "Portal <noreply@localhost>"
    assert arrived["To"] == "ana@example.org"
    assert arrived["Auto-Submitted"] == "auto-generated"
    for part in ("plain", "html"):
        assert "http://127.0.0.1:8000/en/me/" in arrived.get_body((part,)).get_content()
    mail = only_mail()
    assert (mail.state, mail.text, mail.html, mail.address) == (State.SENT, "", "", "")
    work()
    assert len(server.arrived) == 1


@pytest.mark.parametrize(
    ("chosen", "given", "language"), [("en", "sq", "en"), ("", "en", "en"), ("", "", "sq")]
)
def test_the_persons_language_goes_before_the_given_one(queue, person, chosen, given, language):
    person.preferred_language = chosen
    assert send(RESTORED, to=person, language=given).language == language


def test_what_is_undone_sends_nothing(queue, server, person):
    with transaction.atomic():
        send(RESTORED, to=person)
        transaction.set_rollback(True)
    work()
    assert not server.arrived
    assert not Mail.objects.exists()


def test_it_costs_two_queries_and_one_more_where_a_person_may_choose(
    queue, person, django_assert_num_queries
):
    with transaction.atomic():
        with django_assert_num_queries(4):  # with the two of a savepoint
            send(RESTORED, to=person)
        with django_assert_num_queries(5):
            send(MESSAGE_WAITS, to=person, link=LINK)


def test_a_kind_that_is_switched_off_is_not_sent_and_the_others_are(queue, server, person):
    choose(user=person, wanted=[])
    mail = send(MESSAGE_WAITS, to=person, link=LINK)
    assert (mail.state, mail.text, mail.address) == (State.UNWANTED, "", "")
    send(RESTORED, to=person)
    work()
    assert len(server.arrived) == 1
    choose(user=person, wanted=[MESSAGE_WAITS.key])
    assert send(MESSAGE_WAITS, to=person, link=LINK).state == State.WAITING


@pytest.mark.parametrize(
    "address",
    ["ana@example.org\nBcc: beni@example.org", "ana@example.org\r\n\r\nx", "ana", "", "a\0@x.org"],
)
def test_an_address_with_a_header_in_it_is_refused(queue, address):
    with pytest.raises(ValidationError):
        send(RESTORED, address=address)
    assert not Mail.objects.exists()


@pytest.mark.parametrize(
    ("part", "answer", "state", "problem"),
    [
        ("RCPT", "550 5.1.1 <ana@example.org> unknown", State.REFUSED, Problem.REFUSED),
        ("RCPT", "450 4.2.1 later", State.WAITING, Problem.BUSY),
        ("DATA", "554 5.7.1 no", State.REFUSED, Problem.REFUSED),
        ("DATA", "451 4.3.0 later", State.WAITING, Problem.BUSY),
        ("MAIL", "553 5.7.1 not yours", State.WAITING, Problem.SENDER),
        ("MAIL", "421 4.3.2 shutting down", State.WAITING, Problem.BUSY),
    ],
)
def test_what_the_server_refuses_is_told_and_tried_again_where_that_may_help(  # noqa: PLR0917
    queue, server, person, part, answer, state, problem
):
    server.answers[part] = answer
    send(RESTORED, to=person)
    work()
    mail = only_mail()
    assert (mail.state, mail.problem, mail.code) == (state, problem, int(answer[:3]))
    assert mail.text
    assert bool(mail.next_try_at) == (state == State.WAITING)
    server.answers[part] = "250 OK"
    assert send_again(mail=mail)
    work()
    assert len(server.arrived) == 1
    assert only_mail().state == State.SENT
    assert not send_again(mail=mail)


def test_a_server_that_is_slow_or_down_is_tried_later_and_later_and_then_given_up(
    queue, server, settings, person
):
    server.slow = 3
    send(RESTORED, to=person)
    work()
    settings.EMAIL_PORT = 1
    for number, delay in enumerate(DELAYS, start=1):
        mail = only_mail()
        assert (mail.state, mail.problem, mail.attempts) == ("waiting", "unreachable", number)
        assert delay - timedelta(seconds=5) < mail.next_try_at - timezone.now() <= delay
        time_passes()
        work()
    mail = only_mail()
    assert (mail.state, mail.next_try_at) == (State.GIVEN_UP, None)
    assert not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists()


def test_a_mail_whose_link_works_no_more_is_not_sent(queue, server, person):
    send(Kind("old", "", "account/restored", lasts=timedelta(days=1)), to=person)
    Mail.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    work()
    assert not server.arrived
    assert (only_mail().state, only_mail().text) == (State.EXPIRED, "")


def test_what_is_erased_while_it_waits_is_not_sent(queue, server, person):
    send(RESTORED, to=person)
    person.delete()
    work()
    assert not server.arrived
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_a_worker_killed_before_the_server_took_the_mail_sends_it_once(
    start_worker, server, person
):
    send(RESTORED, to=person)
    worker = start_worker("mail")
    server.on["RCPT"] = lambda: kill(worker)
    until(lambda: "RCPT" not in server.on)
    start_worker("mail")
    until(lambda: only_mail().state == State.SENT)
    assert len(server.arrived) == 1


def test_a_worker_killed_after_the_server_took_the_mail_repeats_the_same(
    start_worker, server, person
):
    send(RESTORED, to=person)
    worker = start_worker("mail")
    server.on["DATA"] = lambda: kill(worker)
    until(lambda: server.arrived)
    start_worker("mail")
    until(lambda: only_mail().state == State.SENT)
    first, second = server.arrived
    assert first["Message-ID"] == second["Message-ID"]


def test_what_packages_send_goes_the_same_way_and_quotes_no_title(queue, server, settings, person):
    settings.EMAIL_BACKEND = "portal.mail.backend.QueueBackend"
    link = "http://127.0.0.1:8000/admin/pages/3/edit/"
    send_mail("The page Dhuna", f"Dhuna was approved: {link}.", None, [person.email])
    EmailMessage("Dhuna", "Dhuna", to=["beni@example.org"]).send()
    work()
    texts = [mail.get_body(("plain",)).get_content() for mail in server.arrived]
    assert "Dhuna" not in "".join(map(str, server.arrived))
    assert link in texts[0]
    assert "http://127.0.0.1:8000/admin/" in texts[1]
    assert {mail["Subject"] for mail in server.arrived} == {
        "A message for you",
        "Një mesazh për ju",
    }


def test_old_rows_are_forgotten(queue, server, person):
    for days, state in ((91, State.SENT), (89, State.SENT), (31, State.REFUSED), (29, "given_up")):
        ended = timezone.now() - timedelta(days=days)
        Mail.objects.create(kind="x", language="sq", state=state, ended_at=ended)
    for days in (29, 31):
        written = timezone.now() - timedelta(days=days)
        Mail.objects.create(kind="x", language="sq", written_at=written)
    for _night in range(2):
        call_command("retention")
    assert set(Mail.objects.values_list("state", flat=True)) == {"sent", "given_up", "waiting"}
    assert Mail.objects.count() == 3
