"""Writing to the organisation: whatever is sent, nothing typed is lost and one message is kept."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import signing
from django.test import Client

from home.enquiries import tickets
from home.enquiries.models import LONGEST, Enquiry
from portal.accounts.models import Message
from portal.mail.models import Mail
from tests.enquiries.writing import (
    SAID,
    TEXT,
    form_page,
    make_subject,
    open_form,
    reader,
    send,
    ticket_of,
)
from tests.portal.people import address
from tests.portal.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def subject(english):
    return make_subject(english, people=[reader()])


def typed(response) -> str:
    return form_page(response).select_one("textarea[name=message]").text.removeprefix("\n")


def errors(response) -> str:
    return words(form_page(response).select_one(".error-summary"))


@pytest.mark.parametrize(
    ("language", "name", "choice"),
    [("sq", "Ndihmë", "Ju lutemi, mos u përgjigjni"), ("en", "Help", "Please do not reply")],
)
def test_the_form_is_there_in_both_languages_and_leaves_nothing(subject, language, name, choice):
    response = Client().get(address("enquiry_write", language))
    html = form_page(response)
    choices = [words(label) for label in html.select("fieldset label")]
    assert {name, choice} <= set(choices)
    assert "112" in html.main.text
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_message_is_kept_and_whoever_reads_its_subject_is_told_nothing_of_it(
    queue, subject, language
):
    response = send(subject, language, name="Drita", safe_time="pas  orës\n16")
    assert (response.status_code, response["Location"]) == (303, address("enquiry_sent", language))
    assert not response.cookies
    enquiry = Enquiry.objects.get()
    assert (enquiry.message, enquiry.language, enquiry.subject) == (TEXT, language, subject)
    assert (enquiry.name, enquiry.safe_time) == ("Drita", "pas orës 16")
    (message,), (mail,) = Message.objects.all(), Mail.objects.all()
    assert message.to.email == mail.address == "lexon@example.org"
    assert message.link == f"/admin/reports/enquiries/{enquiry.pk}/"
    for said in (message.text, message.subject, mail.text, mail.html):
        assert not [word for word in (TEXT, "Drita", "shkruan@", "Ndihmë") if word in said]


def test_no_mail_goes_to_who_wrote(subject):
    send(subject)
    assert not Mail.objects.filter(address__icontains="shkruan").exists()


def test_without_a_reader_administrators_are_told(english, admin):
    send(make_subject(english))
    assert [message.to for message in Message.objects.all()] == [admin]


def test_without_subjects_the_form_asks_for_none(admin):
    assert send().status_code == 303
    assert Enquiry.objects.get().subject is None


HOSTILE = "A\0B \u202ertl\u200e <b>x</b> https://example.org/?a=b '; DROP TABLE x; --"


def test_signs_that_nobody_typed_go_and_markup_is_text(subject):
    assert send(subject, message=HOSTILE).status_code == 303
    kept = Enquiry.objects.get().message
    assert kept == "AB rtl <b>x</b> https://example.org/?a=b '; DROP TABLE x; --"


@pytest.mark.parametrize(
    ("language", "sign", "said"),
    [("sq", "ë", "Shkurtojeni ose dërgojeni"), ("en", "😀", "Shorten it, or send the rest")],
)
def test_a_message_of_100000_characters_is_shown_again_whole(subject, language, sign, said):
    text = sign * 100_000
    response = send(subject, language, message=text)
    assert response.status_code == 400
    assert typed(response) == text
    assert said in errors(response)
    assert "100000" in errors(response)
    assert "maxlength" not in form_page(response).textarea.attrs
    assert not Enquiry.objects.exists()


def test_the_longest_message_is_kept_whole(subject):
    assert send(subject, message="ë" * LONGEST).status_code == 303
    assert len(Enquiry.objects.get().message) == LONGEST


def test_sent_twice_it_is_one_and_told_once(subject):
    ticket = open_form()
    answers = [send(subject, ticket=ticket) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert Enquiry.objects.count() == Message.objects.count() == Mail.objects.count() == 1


def test_another_message_from_the_same_form_is_asked_about_and_then_kept_too(subject):
    ticket = open_form()
    send(subject, ticket=ticket)
    again = send(subject, ticket=ticket, message="Edhe diçka.")
    assert (again.status_code, typed(again)) == (409, "Edhe diçka.")
    assert send(subject, ticket=ticket_of(again), message="Edhe diçka.").status_code == 303
    assert Enquiry.objects.count() == 2


def expired() -> str:
    long_ago = signing.time.time() - tickets.LASTS.total_seconds() - 60
    with patch.object(signing.time, "time", return_value=long_ago):
        return tickets.new_ticket()


@pytest.mark.parametrize(
    ("language", "said"), [("sq", "edhe një herë “Dërgoni”"), ("en", "press “Send” once more")]
)
@pytest.mark.parametrize("ticket", [expired, lambda: "e shpikur", lambda: "x:y:z", lambda: "\0"])
def test_from_an_expired_form_it_is_sent_by_one_more_click(subject, language, said, ticket):
    response = send(subject, language, ticket=ticket(), safe_time="në mëngjes")
    assert response.status_code == 400
    assert said in errors(response)
    assert typed(response) == TEXT
    html = form_page(response)
    assert html.select_one("input[name=safe_time]")["value"] == "në mëngjes"
    assert html.select_one("input[name=subject]").has_attr("checked")
    assert not Enquiry.objects.exists()
    assert send(subject, language, ticket=ticket_of(response)).status_code == 303


def test_a_form_lasts_a_day():
    assert timedelta(days=1) == tickets.LASTS


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"message": "\0 \u200e"}, "message"),
        ({"reply": ""}, "reply"),
        ({"reply": "fax"}, "reply"),
        ({"reply": "email", "email": ""}, "email"),
        ({"reply": "email", "email": "a@\0b"}, "email"),
        ({"reply": "telephone"}, "telephone"),
        ({"reply": "telephone", "telephone": "më vonë"}, "telephone"),
        ({"subject": "99999"}, "subject"),
        ({"subject": "x\0"}, "subject"),
        ({"name": "a" * 81}, "name"),
        ({"website": "https://example.org/"}, "website"),
    ],
)
def test_what_is_wrong_is_said_by_its_field_and_the_rest_stays(subject, said, name):
    sent = {"safe_time": "në mëngjes", **said}
    response = send(subject, **sent)
    html = form_page(response)
    assert response.status_code == 400
    field = html.select_one(f"[name={name}]").find_parent(class_="field--invalid")
    assert field.select_one(".field__error")
    assert html.select_one("input[name=safe_time]")["value"] == "në mëngjes"
    assert len(html.select(".field__error")) == 1
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    ("reply", "kept"),
    [
        ("none", ("", "", False, "")),
        ("email", ("shkruan@example.org", "", False, "pas orës 16")),
        ("telephone", ("", "+355 69 000 0000", True, "pas orës 16")),
    ],
)
def test_what_the_chosen_reply_does_not_need_is_not_kept(subject, reply, kept):
    send(
        subject,
        reply=reply,
        telephone="+355-69/000.0000",
        may_leave_message="on",
        safe_time="pas orës 16",
    )
    enquiry = Enquiry.objects.get()
    assert (
        enquiry.email,
        enquiry.telephone,
        enquiry.may_leave_message,
        enquiry.safe_time,
    ) == kept


def test_too_many_from_one_network_wait_with_what_they_typed(subject):
    for number in range(10):
        assert send(subject, message=f"Pyetja {number}").status_code == 303
    response = send(subject, message="Edhe një")
    assert (response.status_code, typed(response)) == (429, "Edhe një")
    assert response["Retry-After"] == "3600"
    assert Enquiry.objects.count() == 10


def test_a_forged_request_needs_no_cookie_and_is_only_a_message(subject):
    data = {"ticket": open_form(), "subject": subject.pk, **SAID}
    client = Client(enforce_csrf_checks=True)
    assert client.post(address("enquiry_write"), data).status_code == 303


@pytest.mark.parametrize(
    ("language", "said"), [("sq", "Mesazhi juaj mbërriti"), ("en", "Your message has arrived")]
)
def test_afterwards_everybody_reads_the_same(subject, language, said):
    response = Client().get(address("enquiry_sent", language))
    html = form_page(response)
    assert words(html.h1) == said
    assert said not in html.title.text
    assert "no-store" in response["Cache-Control"]
