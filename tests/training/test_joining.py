"""People join a cohort by its link, change it, leave it; who has no account is sent a link."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from knowledgebase.training.cohorts import actions, inviting, membership
from knowledgebase.training.cohorts.reading import people_of
from knowledgebase.training.learning.actions import join
from knowledgebase.training.models import Cohort, Enrolment
from portal.accounts.inviting import revoke
from portal.accounts.models import Invitation, Message, SignUp, User
from tests.portal.people import LANGUAGES, address, make
from tests.portal.test_inviting import FIELDS, link_in
from tests.training.groups import client_of, group_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(group) -> str:
    return link_of(group)


def link_of(cohort: Cohort, language: str = "sq") -> str:
    inviting.make_link(cohort=cohort)
    cohort.refresh_from_db()
    return address("join_cohort", language, cohort.join_code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_joins_by_a_link_once(mine, person, group, programme, language):
    link = link_of(group, language)
    page = mine.get(link).content.decode()
    for words in ("Pranvera", "Programi", {"sq": "nuk i shohin", "en": "not see your notes"}):
        assert (words if isinstance(words, str) else words[language]) in page
    assert not Enrolment.objects.exists()
    assert mine.post(link).url == programme.url
    assert mine.post(link).status_code == 200
    assert Enrolment.objects.get().cohort == group
    inside = mine.get(link).content.decode()
    assert programme.url in inside
    assert f'action="{link}"' not in inside


def test_codes_that_are_none_have_one_answer(client, mine, group, link):
    inviting.end_link(cohort=group)
    bad = [address("join_cohort", "sq", code) for code in (group.join_code, "x", "a" * 500)]
    assert {who.get(url).status_code for who in (client, mine) for url in bad} == {404}
    assert {who.post(url).status_code for who in (client, mine) for url in bad} == {404}


def test_whoever_tries_codes_waits_and_who_has_one_does_not(client, link):
    for _attempt in range(40):
        assert client.get(link).status_code == 200
    wrong = address("join_cohort", "sq", "x")
    assert [client.get(wrong).status_code for _attempt in range(31)] == [404] * 30 + [429]


def test_the_link_of_a_closed_cohort_says_so(client, mine, group, link):
    actions.close(cohort=group)
    for who in (client, mine):
        page = who.post(link)
        assert page.status_code == 200
        assert "Ky grup është mbyllur" in page.content.decode()
    assert not Enrolment.objects.exists()
    actions.reopen(cohort=group)
    assert mine.post(link).status_code == 302


@pytest.mark.dialect
def test_who_is_in_another_cohort_changes_only_when_asked(mine, person, group, trainer, programme):
    other = group_of(trainer, programme=programme.translation_key, name="Vjeshta")
    membership.enrol(user=person, cohort=other)
    link = link_of(group)
    assert mine.post(link).url == link
    page = mine.get(link).content.decode()
    assert "Vjeshta" in page
    assert Enrolment.objects.get().cohort == other
    assert mine.post(link, {"leaving": str(group.key)}).url == link
    assert mine.post(link, {"leaving": str(other.key)}).url == programme.url
    assert Enrolment.objects.get().cohort == group
    told = Message.objects.get(to=trainer)
    assert "Vjeshta" in told.text
    assert person.email not in told.text


@pytest.mark.dialect
def test_who_learned_alone_or_left_comes_back_to_where_they_were(mine, person, group, link):
    join(user=person, programme=group.programme)
    mine.post(link)
    assert Enrolment.objects.get().cohort == group
    mine.post(address("leave_group", "sq", group.key))
    left = Enrolment.objects.get()
    assert left.left_at
    assert left.cohort == group
    assert not people_of(group).exists()
    mine.post(link)
    assert [each.user for each in people_of(group)] == [person]


def test_who_left_a_cohort_and_goes_on_alone_is_in_none(person, group):
    membership.enrol(user=person, cohort=group)
    join(user=person, programme=group.programme)
    assert Enrolment.objects.get().cohort == group
    Enrolment.objects.update(left_at=timezone.now())
    join(user=person, programme=group.programme)
    assert not people_of(group).exists()
    assert Enrolment.objects.get().left_at is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_without_an_account_is_sent_a_link(client, trainer, group, language):
    url = link_of(group, language)
    assert client.post(url, {"email": "Ana@example.org"}).status_code == 302
    (sent,) = mail.outbox
    assert "Pranvera" not in sent.body + sent.subject
    invitation = link_in(sent)
    page = client.get(invitation).content.decode()
    assert "Pranvera" in page
    assert "Programi" in page
    assert client.post(invitation, FIELDS).url == address("my_page", language)
    ana = User.objects.get(email="ana@example.org")
    assert ana.preferred_language == language
    assert [each.user for each in people_of(group)] == [ana]
    assert "Pranvera" in client.get(address("my_page", language)).content.decode()


def test_asking_tells_and_costs_the_same_whether_there_is_an_account_or_not(person, link):
    answers, costs = [], []
    for email, ip in (("ana@example.org", "192.0.2.1"), ("beni@example.org", "192.0.2.2")):
        client = Client(REMOTE_ADDR=ip)
        with CaptureQueriesContext(connection) as queries:
            answers.append(client.post(link, {"email": email}))
        costs.append([query["sql"].split(" ")[0] for query in queries])
    assert {(each.status_code, each.url) for each in answers} == {(302, f"{link}?sent=yes")}
    assert costs[0] == costs[1]
    assert [sent.to for sent in mail.outbox] == [["ana@example.org"], ["beni@example.org"]]


def test_asking_again_at_once_sends_nothing_more(client, link):
    answers = [client.post(link, {"email": "ana@example.org"}).url for _time in range(2)]
    assert len(mail.outbox) == len({*answers}) == 1


def test_an_address_that_is_none_is_said_by_its_field(client, link):
    page = client.post(link, {"email": "ana@"}).content.decode()
    assert 'value="ana@"' in page
    assert 'id="id_email_error"' in page


def test_where_nobody_opens_accounts_one_signs_in(client, link):
    SignUp.objects.create(way=SignUp.Way.CLOSED)
    page = client.post(link, {"email": "ana@example.org"}).content.decode()
    assert 'name="email"' not in page
    assert address("account_login") in page
    assert not mail.outbox


def invited(group: Cohort, trainer: User, email: str = "ana@example.org") -> str:
    people = [inviting.Invitee(1, email, "sq")]
    inviting.invite(cohort=group, people=people, by=trainer)
    return link_in(mail.outbox[-1])


@pytest.mark.dialect
def test_an_invitation_of_a_cohort_that_closed_says_so_and_makes_no_account(client, group, trainer):
    url = invited(group, trainer)
    actions.close(cohort=group)
    page = client.get(url).content.decode()
    assert "Pranvera" in page
    assert 'name="password"' not in page
    assert client.post(url, FIELDS).url == url
    assert not User.objects.filter(email="ana@example.org").exists()
    actions.reopen(cohort=group)
    assert client.post(url, FIELDS).status_code == 302
    assert people_of(group).count() == 1


@pytest.mark.dialect
def test_an_invitation_of_a_cohort_that_is_gone_says_so(client, mine, group, trainer):
    url = invited(group, trainer)
    group.delete()
    assert "nuk është më" in mine.get(url).content.decode()
    assert mine.post(url).url == url
    assert not Enrolment.objects.exists()


def test_accepting_changes_from_another_cohort_which_the_page_has_said(
    mine, person, group, trainer, programme
):
    other = group_of(trainer, programme=programme.translation_key, name="Vjeshta")
    membership.enrol(user=person, cohort=other)
    url = invited(group, trainer)
    assert "Vjeshta" in mine.get(url).content.decode()
    assert mine.post(url).status_code == 302
    assert [each.user for each in people_of(group)] == [person]
    assert not people_of(other).exists()


def test_a_revoked_invitation_brings_nobody_in(client, group, trainer):
    url = invited(group, trainer)
    revoke(Invitation.objects.get(), by=trainer)
    assert client.post(url, FIELDS).status_code == 410
    assert not people_of(group).exists()


@pytest.mark.dialect
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_sees_their_group_and_leaves_it(mine, person, group, programme, language):
    membership.enrol(user=person, cohort=group)
    own = address("group", language, group.key)
    page = mine.get(programme.url).content.decode()
    assert "Pranvera" in page
    assert address("group", "sq", group.key) in page
    assert "Pranvera" in mine.get(address("my_page", language)).content.decode()
    leave = address("leave_group", language, group.key)
    assert leave in mine.get(own).content.decode()
    assert mine.get(leave).url == own
    assert mine.post(leave).url == programme.url
    assert mine.post(leave).status_code == 404
    assert mine.get(own).status_code == 404
    assert "Pranvera" not in mine.get(address("my_page", language)).content.decode()


def test_nobody_leaves_for_somebody_else(client, person, group):
    membership.enrol(user=person, cohort=group)
    url = address("leave_group", "sq", group.key)
    assert client_of(make("beni@example.org")).post(url).status_code == 404
    assert client.post(url).url.startswith(address("account_login"))
    assert people_of(group).exists()


def test_my_page_takes_no_more_queries_for_groups(mine, person, group):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            mine.get(address("my_page"))
        return len([each for each in queries if re.search("training_", each["sql"])])

    join(user=person, programme=group.programme)
    alone = cost()
    membership.enrol(user=person, cohort=group)
    assert cost() == alone
