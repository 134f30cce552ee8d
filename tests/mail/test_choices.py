"""A person chooses on one page which mails they want; administrators see which did not arrive."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.users.models import UserProfile

from knowledgebase.training.mails import KINDS as TRAINING
from mentoring.mails import KINDS as MENTORING
from portal.accounts.mails import MESSAGE_WAITS, RESTORED
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.mail.actions import send
from portal.mail.mails import DESK
from portal.mail.models import Mail, Problem, Refusal, State

pytestmark = pytest.mark.django_db

OFFERED = {MESSAGE_WAITS.key, *(kind.key for kind in (*TRAINING, *MENTORING))}


def address(language: str) -> str:
    with override(language):
        return reverse("mail_choices")


@pytest.fixture
def person(client: Client) -> User:
    user = User.objects.create_user("ana@example.org")
    client.force_login(user)
    return user


@pytest.mark.parametrize(
    ("language", "words"),
    [("sq", "Mesazhet që ju presin këtu"), ("en", "Messages waiting for you here")],
)
def test_each_optional_kind_is_switched_by_itself(person, client, language, words):
    page = client.get(address(language))
    assert "no-store" in page["Cache-Control"]
    assert words in page.content.decode()
    assert str(DESK.key) not in page.content.decode()  # for those who work in the admin
    done = client.post(address(language), {"kind": ["password_changed", "no such"]}, follow=True)
    assert done.status_code == 200
    assert {refusal.kind for refusal in Refusal.objects.all()} == OFFERED
    assert " checked" not in done.content.decode()
    for key in OFFERED:
        client.post(address(language), {"kind": key})
        assert {refusal.kind for refusal in Refusal.objects.all()} == OFFERED - {key}
    client.post(address(language), {"kind": [*OFFERED]})
    assert not Refusal.objects.exists()


def test_it_is_found_from_ones_page_and_by_nobody_else(person, client):
    assert address("sq") in client.get("/sq/une/").content.decode()
    assert Client().get(address("sq")).status_code == 302
    assert Client().post(address("sq")).status_code == 302


def test_the_page_costs_no_more_for_many_kinds(person, client, django_assert_max_num_queries):
    client.get(address("sq"))
    with django_assert_max_num_queries(12):
        client.get(address("sq"))


@pytest.fixture
def refused(queue) -> Mail:
    mail = send(RESTORED, address="ana@example.org", language="sq")
    mail.problem, mail.code = Problem.REFUSED, 550
    mail.end(State.REFUSED)
    return mail


WORDS = {
    "sq": ("Serveri i marrësit nuk e pranoi", "Dërgoni sërish", "Hapja dhe mbyllja"),
    "en": ("server refused it", "Send again", "Opening and closing an account"),
}


@pytest.mark.parametrize("language", WORDS)
def test_administrators_see_what_came_back_and_send_it_again(
    refused, admin, admin_client, language
):
    profile = UserProfile.get_for_user(admin)
    profile.preferred_language = language
    profile.save()
    page = admin_client.get(reverse("mails")).content.decode()
    for words in (*WORDS[language], "ana@example.org", "(550)"):
        assert words in page
    admin_client.post(reverse("mail_again", args=[refused.pk]))
    refused.refresh_from_db()
    assert refused.state == State.WAITING
    Mail.objects.update(state=State.SENT, ended_at=timezone.now())
    answer = admin_client.post(reverse("mail_again", args=[refused.pk]), follow=True)
    assert answer.status_code == 200
    assert Mail.objects.get().state == State.SENT


@pytest.mark.parametrize("role", Role)
def test_nobody_else_reads_addresses_or_sends(refused, client_as, role):
    client = client_as(role)
    assert client.get(reverse("mails")).status_code in (302, 403)
    assert client.post(reverse("mail_again", args=[refused.pk])).status_code in (302, 403)
    assert Mail.objects.get().state == State.REFUSED
