"""A trainer sees who is in a cohort, invites people, moves them and takes them out."""

import re

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from knowledgebase.training.cohorts import actions, inviting, membership
from knowledgebase.training.cohorts.lists import MOST_PEOPLE, read_list
from knowledgebase.training.cohorts.reading import people_of
from knowledgebase.training.models import Cohort, Enrolment
from portal.accounts.models import Invitation, InvitationState, Message, User
from portal.accounts.roles import Role
from tests.portal.people import LANGUAGES, address, make
from tests.portal.test_inviting import FIELDS, link_in
from tests.portal.test_tables import workbook
from tests.training.groups import client_of, group_of, member, trainer_of

pytestmark = pytest.mark.django_db

THREE = "Ana@example.org\nBeni Çela <beni@example.org>; cela@example.org"


@pytest.fixture
def desk(trainer) -> Client:
    return client_of(trainer)


def invite(client: Client, group: Cohort, read_in: str = "sq", **sent):
    fields = {"addresses": "", "language": "sq"} | sent
    return client.post(address("cohort_invite", read_in, group.key), fields)


def people_in(page) -> list[str]:
    """Return what the preview asks to confirm."""
    return re.findall(r'name="person" value="([^"]+)"', page.content.decode())


def confirm(client: Client, group: Cohort, people: list[str]):
    return client.post(address("cohort_invite", "sq", group.key), {"person": people})


# --- Lists ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ana@b.al\nbeni@b.al", ["ana@b.al", "beni@b.al"]),
        ("ANA@b.al, beni@b.al;cela@b.al", ["ana@b.al", "beni@b.al", "cela@b.al"]),
        ("ana@b.al beni@b.al", ["ana@b.al", "beni@b.al"]),
        ("Ana Hoxha <ana@b.al>, Beni <beni@b.al>", ["ana@b.al", "beni@b.al"]),
        ("Hoxha, Ana <ana@b.al>; Çela, Beni <beni@b.al>;", ["ana@b.al", "beni@b.al"]),
        ('"Hoxha, Ana" <ana@b.al>, "Çela" < beni@b.al >', ["ana@b.al", "beni@b.al"]),
        ("\r\n  ana@b.al  \r\n\r\n,;\n", ["ana@b.al"]),
        ("<ana@b.al>", ["ana@b.al"]),
    ],
)
def test_addresses_are_read_however_people_write_them(text, found):
    people, problems = read_list(text, "sq")
    assert [each.address for each in people] == found
    assert problems == []


@pytest.mark.parametrize(
    "text", ["ana", "ana@", "Ana Hoxha", "ana@b.al>", "Ana <ana>", "ana b.al, beni@b.al", "@"]
)
def test_what_is_no_address_is_said_by_its_line(text):
    _people, problems = read_list(f"dora@b.al\n{text}", "sq")
    assert [problem.line for problem in problems] == [2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pasted_list_is_looked_at_and_then_sent(desk, trainer, group, language):
    page = invite(desk, group, language, addresses=THREE)
    people = people_in(page)
    assert people == ["sq ana@example.org", "sq beni@example.org", "sq cela@example.org"]
    assert not mail.outbox
    assert not Invitation.objects.exists()
    assert "ana@example.org" not in str(desk.session.items())
    assert confirm(desk, group, people).url == address("cohort_people", "sq", group.key)
    assert [sent.to[0] for sent in mail.outbox] == [each[3:] for each in people]
    shown = desk.get(address("cohort_people", language, group.key)).content.decode()
    assert "ana@example.org" in shown
    assert {each.invited_by for each in Invitation.objects.all()} == {trainer}
    assert "Pranvera" not in mail.outbox[0].subject + mail.outbox[0].body
    page = Client().get(link_in(mail.outbox[0])).content.decode()
    assert "Pranvera" in page
    assert "Programi" in page
    Client().post(link_in(mail.outbox[0]), FIELDS)
    assert [each.user.email for each in people_of(group)] == ["ana@example.org"]


def test_a_confirmation_that_is_sent_twice_invites_nobody_twice(desk, group):
    people = people_in(invite(desk, group, addresses=THREE))
    for _time in range(2):
        assert confirm(desk, group, people).status_code == 302
    assert len(mail.outbox) == 3


def test_one_wrong_line_refuses_all_with_each_reason(desk, group, trainer):
    member(group, "brenda@example.org")
    people = [inviting.Invitee(1, "ftuar@example.org", "sq")]
    inviting.invite(cohort=group, people=people, by=trainer)
    mail.outbox.clear()
    listed = "ana@example.org\nbrenda@example.org\nftuar@example.org\nana@example.org\nx@"
    page = invite(desk, group, addresses=listed).content.decode()
    found = re.findall(r"<li>Rreshti (\d): ([^<]+)</li>", page)
    assert [line for line, _message in found] == ["2", "3", "4", "5"]
    assert len({re.sub(r"\S+@\S*", "", message) for _line, message in found}) == 4
    assert "ana@example.org\nbrenda" in page
    assert people_in(invite(desk, group, addresses=listed)) == []
    assert not mail.outbox


def test_who_has_an_account_is_not_told(desk, group):
    make("ana@example.org")
    pages = [
        invite(desk, group, addresses=f"{name}@example.org").content.decode().replace(name, "")
        for name in ("ana", "beni")
    ]
    first, second = (re.sub(r'(value|nonce)="[^"]{20,}"', "", page) for page in pages)
    assert first == second


def test_whoever_left_or_let_an_invitation_expire_is_invited_again(desk, group):
    left = member(group, "ana@example.org")
    Enrolment.objects.update(left_at=timezone.now())
    people = people_in(invite(desk, group, addresses="beni@example.org"))
    confirm(desk, group, people)
    Invitation.objects.update(expires_at=timezone.now())
    listed = f"{left.email}\nbeni@example.org"
    confirm(desk, group, people_in(invite(desk, group, addresses=listed)))
    assert len(mail.outbox) == 3
    Client().post(link_in(mail.outbox[-1]), FIELDS)
    assert people_of(group).get().user.email == "beni@example.org"


@pytest.mark.parametrize(
    "data",
    [
        "E-maili;Emri;Gjuha\nana@example.org;Ana Ëndrra;\nbeni@example.org;Beni;anglisht\n",
        "e-mail,name,language\nana@example.org,Ana,\nbeni@example.org,Beni,en\n",
        'Adresa e e-mailit;Emri dhe mbiemri;Gjuha\nana@example.org;"Ana\nHoxha";\n'
        "beni@example.org;;English",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1250"])
def test_a_table_is_read_whatever_wrote_it(desk, group, data, encoding):
    table = SimpleUploadedFile("lista.csv", data.encode(encoding))
    page = invite(desk, group, table=table)
    assert people_in(page) == ["sq ana@example.org", "en beni@example.org"]
    confirm(desk, group, people_in(page))
    assert [each.language for each in Invitation.objects.order_by("address")] == ["sq", "en"]


def test_a_workbook_is_read(desk, group):
    data = workbook(["Email", "Emri"], ["ana@example.org", "Ana"], ["beni@example.org", None])
    page = invite(desk, group, table=SimpleUploadedFile("lista.xlsx", data))
    assert people_in(page) == ["sq ana@example.org", "sq beni@example.org"]
    assert "Ana" in page.content.decode()


@pytest.mark.parametrize(
    "data",
    [
        b"Emri;Bashkia\nAna;Vlora\n",
        b"Email\n" + b"".join(b"p%d@example.org\n" % number for number in range(10_000)),
        b"",
        b"\x89PNG\r\n\x1a\n",
        b'Email\n"ana@example.org\n',
        b"PK\x03\x04" + b"x" * 100,
    ],
    ids=["columns", "10,000 lines", "nothing", "picture", "quotation mark", "broken workbook"],
)
def test_a_table_that_cannot_be_used_is_refused_by_its_field(desk, group, data):
    page = invite(desk, group, table=SimpleUploadedFile("lista.csv", data)).content.decode()
    assert 'id="id_table_error"' in page
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"addresses": "\n".join(f"p{number}@example.org" for number in range(MOST_PEOPLE + 1))},
        {"addresses": "a@example.org\n" * 5_000},
        {"addresses": "a@b.al", "table": SimpleUploadedFile("a.csv", b"Email\nc@d.al\n")},
        {"addresses": "a@b.al", "language": "xx"},
    ],
    ids=["nothing", "too many", "too long", "both", "no language"],
)
def test_what_cannot_be_sent_says_why_by_its_field(desk, group, sent):
    page = invite(desk, group, **sent).content.decode()
    assert re.search(r'id="id_(addresses|language)_error"', page)
    assert not Invitation.objects.exists()


def test_what_nobody_looked_at_is_not_sent(desk, group):
    for made_up in ("ana@example.org", "sq ana@", "xx ana@example.org", "sq a@b.al\nc@d.al"):
        assert confirm(desk, group, [made_up]).status_code == 400
    assert not mail.outbox


def test_a_trainer_sends_so_many_lists(desk, group):
    limit = inviting.SENDINGS[0][0]
    answers = [confirm(desk, group, [f"sq p{number}@example.org"]) for number in range(limit + 1)]
    assert [answer.status_code for answer in answers] == [302] * limit + [200]
    assert people_in(answers[-1]) == [f"sq p{limit}@example.org"]
    assert "shumë lista" in answers[-1].content.decode()
    assert len(mail.outbox) == limit


def test_addresses_that_come_after_a_session_ended_are_kept_nowhere(client, group):
    url = address("cohort_invite", "sq", group.key)
    assert client.post(url, {"addresses": THREE}).url.startswith(address("account_login"))
    assert not client.session.keys()


def test_one_address_takes_a_table_of_a_megabyte_and_only_with_a_session(desk, client, group):
    def weighing(size: int) -> dict:
        return {"table": SimpleUploadedFile("a.csv", b"Email\n" + b"a" * size), "language": "sq"}

    url, other = (address(name, "sq", group.key) for name in ("cohort_invite", "cohort_link"))
    assert desk.post(url, weighing(900_000)).status_code == 200
    refused = desk.post(url, weighing(1_100_000))
    assert (refused.status_code, [*refused.context_data["form"].errors]) == (413, ["table"])
    assert desk.get(url, headers={"X-Too-Large": "yes"}).status_code == 413  # the front's word
    assert desk.post(other, weighing(70_000)).status_code == 413
    assert client.post(url, weighing(70_000)).status_code == 413


@pytest.mark.dialect
# --- People --------------------------------------------------------------------------------------
def test_a_link_is_made_anew_and_ended(desk, group):
    url = address("cohort_link", "sq", group.key)
    codes = []
    for _time in range(2):
        desk.post(url)
        group.refresh_from_db()
        codes.append(group.join_code)
        page = desk.get(address("cohort_people", "sq", group.key)).content.decode()
        assert group.join_code in page
    assert len({*codes}) == 2
    desk.post(url, {"end": "yes"})
    group.refresh_from_db()
    assert group.join_code == ""
    actions.close(cohort=group)
    assert desk.post(url).status_code == 302
    group.refresh_from_db()
    assert group.join_code == ""


def test_an_invitation_is_sent_again_after_a_while_and_revoked(desk, group, trainer):
    people = [inviting.Invitee(1, "ana@example.org", "sq")]
    inviting.invite(cohort=group, people=people, by=trainer)
    invitation = Invitation.objects.get()
    url = address("cohort_invitation", "sq", group.key, invitation.pk)
    desk.post(url)
    assert len(mail.outbox) == 1
    Invitation.objects.update(sent_at=timezone.now() - inviting.PAUSE)
    desk.post(url)
    assert len(mail.outbox) == 2
    Invitation.objects.update(sent_at=timezone.now() - inviting.PAUSE)
    actions.close(cohort=group)
    desk.post(url)
    assert len(mail.outbox) == 2
    desk.post(url, {"revoke": "yes"})
    assert Invitation.objects.get().state == InvitationState.REVOKED
    assert desk.post(url, {"revoke": "yes"}).status_code == 302
    assert not inviting.unanswered(group).exists()


@pytest.mark.dialect
def test_somebody_is_taken_out_sees_it_and_is_invited_back(desk, group):
    ana = member(group)
    url = address("cohort_person", "sq", group.key, ana.key)
    assert people_of(group).exists()
    assert desk.get(url).status_code == 200
    assert people_of(group).exists()
    desk.post(url)
    assert not people_of(group).exists()
    assert "Pranvera" in Message.objects.get(to=ana).text
    page = desk.get(address("cohort_people", "sq", group.key)).content.decode()
    assert "Ftoni sërish" in page
    mail.outbox.clear()
    for _time in range(2):
        desk.post(url, {"back": "yes"})
    (sent,) = mail.outbox
    page = desk.get(address("cohort_people", "sq", group.key)).content.decode()
    assert ana.email not in page or not ana.name
    client_of(ana).post(link_in(sent))
    assert people_of(group).get().user == ana


@pytest.mark.dialect
def test_somebody_is_moved_to_another_of_the_trainers_cohorts(desk, trainer, group, programme):
    ana, key = member(group), programme.translation_key
    other = group_of(trainer, programme=key, name="Vjeshta")
    elsewhere = group_of(trainer, name="Tjetër program")
    foreign = group_of(trainer_of("tjeter@example.org"), programme=key, name="E huaj")
    url = address("cohort_person", "sq", group.key, ana.key)
    page = desk.get(url).content.decode()
    assert "Vjeshta" in page
    assert "E huaj" not in page
    for refused in (elsewhere, foreign, group):
        assert desk.post(url, {"move": "yes", "to": refused.pk}).status_code == 200
        assert people_of(group).exists()
    assert desk.post(url, {"move": "yes", "to": other.pk}).status_code == 302
    assert people_of(other).get().user == ana
    assert Message.objects.get(to=ana).link == address("group", "sq", other.key)
    assert desk.get(url).status_code == 404


def test_who_left_meanwhile_is_not_moved(trainer, group, programme):
    ana = member(group)
    other = group_of(trainer, programme=programme.translation_key)
    Enrolment.objects.update(left_at=timezone.now())
    with pytest.raises(membership.RefusedError):
        membership.move(user=ana, cohort=group, to=other)
    assert not people_of(other).exists()


def test_the_list_takes_as_many_queries_for_many_as_for_one(desk, group):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.get(address("cohort_people", "sq", group.key))
        return len(queries)

    costs = []
    for count in (1, 10):
        for number in range(count):
            member(group, f"p{count}{number}@example.org")
        costs.append(cost())
    assert costs[0] == costs[1]


DOORS = {
    "cohort_people": ("get", []),
    "cohort_link": ("post", []),
    "cohort_invite": ("get", []),
    "cohort_invitation": ("post", ["invitation"]),
    "cohort_person": ("post", ["person"]),
    "cohort_trainers": ("post", []),
}


@pytest.mark.parametrize("who", ["another trainer", "editor", "administrator", "member", "visitor"])
@pytest.mark.parametrize("name", DOORS)
def test_nobody_else_works_on_a_cohort(group, trainer, who, name):
    ana = member(group)
    inviting.invite(
        cohort=group, people=[inviting.Invitee(1, "beni@example.org", "sq")], by=trainer
    )
    method, about = DOORS[name]
    given = {"invitation": Invitation.objects.get().pk, "person": ana.key}
    client = Client()
    if who != "visitor":
        role = {"another trainer": [Role.TRAINER], "editor": [Role.EDITOR]}.get(who, [])
        person = ana if who == "member" else make("tjetri@example.org", *role)
        User.objects.filter(pk=person.pk).update(is_superuser=who == "administrator")
        client = client_of(person)
    url = address(name, "sq", group.key, *(given[each] for each in about))
    answer = getattr(client, method)(url, {"leave": "yes", "revoke": "yes"})
    assert answer.status_code == (302 if who == "visitor" else 404)
    group.refresh_from_db()
    assert group.join_code == ""
    assert people_of(group).exists()
    assert inviting.unanswered(group).exists()
    assert group.trainers.exists()


def test_of_another_cohort_nothing_is_reached_through_ones_own(desk, trainer, group):
    foreign = group_of(trainer_of("tjeter@example.org"))
    ana = member(foreign)
    people = [inviting.Invitee(1, "beni@example.org", "sq")]
    inviting.invite(cohort=foreign, people=people, by=trainer)
    pk = Invitation.objects.get().pk
    assert desk.post(address("cohort_invitation", "sq", group.key, pk)).status_code == 404
    assert desk.post(address("cohort_person", "sq", group.key, ana.key)).status_code == 404
