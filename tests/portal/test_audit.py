"""Who did what to whom: written once, kept by the database, read by administrators alone."""

from datetime import timedelta
from io import StringIO
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.limits.models import Count
from portal.personal.append_only import HoldAppendOnly, let_go, triggers
from portal.personal.audit import KEPT, Action, Event, record

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]

TRAIL = "/admin/reports/audit-trail/"
REFUSED = [
    "UPDATE personal_event SET action = 'nothing'",
    "UPDATE personal_event SET at = '2020-01-01 00:00:00'",
    "UPDATE personal_event SET facts = '{}'",
    "UPDATE personal_event SET by_id = about_id",
    "UPDATE personal_event SET by_id = NULL, of_id = 'another'",
    "DELETE FROM personal_event",
    "TRUNCATE personal_event",
    "TRUNCATE personal_event, accounts_user CASCADE",
    "INSERT OR REPLACE INTO personal_event (id, action, of_model, of_id, facts) "
    "SELECT id, 'nothing', '', '', '{}' FROM personal_event",
]


@pytest.fixture
def person() -> User:
    return User.objects.create_user("ana@example.org", name="Ana")


@pytest.fixture
def event(admin, person) -> Event:
    record(Action.ROLES_CHANGED, by=admin, about=person, given="editor")
    return Event.objects.get()


@pytest.mark.parametrize("statement", REFUSED)
def test_the_database_refuses_to_change_or_lose_what_was_written(event, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    kept = Event.objects.get()
    assert (kept.action, kept.by_id, kept.facts) == (event.action, event.by_id, event.facts)


def test_the_database_writes_the_time(event):
    assert abs(event.at - timezone.now()) < timedelta(minutes=1)


def test_an_erased_person_leaves_the_trail_and_the_rest_of_the_row_stays(event, admin, person):
    person.delete()
    kept = Event.objects.get()
    assert (kept.about, kept.by, kept.facts) == (None, admin, {"given": "editor"})
    admin.delete()
    assert Event.objects.get().by is None


def test_what_is_past_its_time_may_be_deleted_and_nothing_else(event):
    record(Action.AUDIT_READ, by=None)
    old = Event.objects.create(action="old", at=timezone.now() - KEPT - timedelta(days=1))
    with pytest.raises(DatabaseError), transaction.atomic():
        Event.objects.filter(action=Action.AUDIT_READ).delete()
    old.delete()
    assert Event.objects.count() == 2


@pytest.mark.parametrize("fact", ["ana@example.org", "Ana Hoxha", "Ana\nHoxha", "ë", "x" * 201])
def test_a_fact_is_no_name_no_address_and_no_sentence(admin, fact):
    with pytest.raises(ValueError, match="more than a key"):
        record(Action.ROLES_CHANGED, by=admin, given=fact)


def test_what_is_not_committed_leaves_no_event(admin):
    with transaction.atomic():
        record(Action.ACCOUNT_CREATED, by=admin)
        transaction.set_rollback(True)
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_flush_empties_it_and_it_is_held_again():
    held = sorted(triggers(connection))
    record(Action.AUDIT_READ, by=None)
    call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
    assert not Event.objects.exists()
    record(Action.AUDIT_READ, by=None)
    assert sorted(triggers(connection)) == held
    with pytest.raises(DatabaseError):
        Event.objects.all().delete()


def test_what_is_let_go_is_held_again_when_it_fails(event):
    with pytest.raises(RuntimeError), let_go(connection):
        raise RuntimeError
    with pytest.raises(DatabaseError), transaction.atomic():
        Event.objects.all().delete()


def test_another_table_is_held_without_exceptions_and_let_go_again():
    state = SimpleNamespace(apps=apps)
    hold, editor = HoldAppendOnly("Count"), connection.schema_editor()
    Count.objects.create(digest="a", number=1, ends=1)
    hold.database_forwards("limits", editor, state, state)
    for change in (Count.objects.all().delete, lambda: Count.objects.update(number=2)):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    hold.database_backwards("limits", editor, state, state)
    Count.objects.update(number=2)
    Count.objects.all().delete()


def fields(person: User, **changes) -> dict:
    groups = list(person.groups.values_list("pk", flat=True))
    return {
        "email": person.email,
        "name": "Ana Hoxha",
        "groups": groups,
        **changes,
    }


def written(action: Action) -> list[tuple]:
    rows = Event.objects.filter(action=action).order_by("pk")
    return [(row.by and row.by.email, row.about and row.about.email, row.facts) for row in rows]


def test_what_an_administrator_does_to_an_account_is_written_down(admin, admin_client, person):
    url = f"/admin/users/edit/{person.pk}/"
    both = (admin.email, person.email)
    admin_client.post(url, fields(person, groups=[Role.EDITOR.group().pk]))
    assert written(Action.ROLES_CHANGED) == [(*both, {"given": "editor", "taken": ""})]
    admin_client.post(url, fields(person, is_superuser="on"))
    assert written(Action.ROLES_CHANGED)[1:] == [(*both, {"given": "administrator", "taken": ""})]
    for door, action in (
        ("suspend", Action.ACCOUNT_SUSPENDED),
        ("restore", Action.ACCOUNT_RESUMED),
    ):
        admin_client.post(f"/admin/users/{person.pk}/{door}/")
        assert written(action) == [(*both, {})]
    count = Event.objects.count()
    admin_client.post(url, fields(person, is_superuser="on", name="Anna"))
    assert Event.objects.count() == count


def test_a_new_account_and_its_roles_are_written_down(admin, admin_client):
    password = "nje fjalekalim i gjate"
    admin_client.post(
        "/admin/users/new/",
        {
            "email": "beni@example.org",
            "name": "Beni Hoxha",
            "password1": password,
            "password2": password,
            "groups": [Role.TRANSLATOR.group().pk],
        },
    )
    both = (admin.email, "beni@example.org")
    assert written(Action.ACCOUNT_CREATED) == [(*both, {})]
    assert written(Action.ROLES_CHANGED) == [(*both, {"given": "translator", "taken": ""})]


def test_what_is_done_to_several_accounts_at_once_is_written_down(admin, admin_client, person):
    other = User.objects.create_user("beni@example.org")
    query = f"?id={person.pk}&id={other.pk}&next=/admin/users/"
    group = Role.TRAINER.group()
    admin_client.post(f"/admin/bulk/accounts/user/assign_role/{query}", {"role": group.pk})
    admin_client.post(
        f"/admin/bulk/accounts/user/set_active_state/{query}", {"mark_as_active": "False"}
    )
    expected = [(admin.email, email) for email in (person.email, other.email)]
    assert sorted(row[:2] for row in written(Action.ROLES_CHANGED)) == expected
    assert sorted(row[:2] for row in written(Action.ACCOUNT_SUSPENDED)) == expected


def test_a_second_step_that_is_reset_is_written_down(person):
    Authenticator.objects.create(user=person, type="totp", data={})
    call_command("reset_second_step", person.email, stdout=StringIO())
    assert written(Action.SECOND_STEP_RESET) == [(None, person.email, {})]


def test_administrators_alone_read_the_trail(client_as, event):
    for role in (Role.MODERATOR, Role.COORDINATOR, Role.TRAINER):
        client = client_as(role)
        for url in (TRAIL, f"{TRAIL}results/", f"{TRAIL}?export=csv", f"{TRAIL}?export=xlsx"):
            assert client.get(url).status_code in (302, 403), (role, url)
        assert "audit-trail" not in client.get("/admin/").content.decode()
    assert Client().get(TRAIL).status_code == 302
    assert Event.objects.count() == 1


def test_reading_is_written_down_once_in_a_while_and_each_download(admin_client, event):
    for _ in range(3):
        assert admin_client.get(TRAIL).status_code == 200
    assert Event.objects.filter(action=Action.AUDIT_READ).count() == 1
    for _ in range(2):
        download = admin_client.get(f"{TRAIL}?export=csv")
        assert b"Ana" in b"".join(download.streaming_content)
    assert Event.objects.filter(action=Action.AUDIT_EXPORTED).count() == 2


def test_a_name_is_no_formula_in_a_download(admin_client, person):
    User.objects.update(name="=1+1")
    record(Action.ROLES_CHANGED, by=person)
    rows = b"".join(admin_client.get(f"{TRAIL}?export=csv").streaming_content).decode()
    assert "'=1+1" in rows


@pytest.mark.parametrize(
    ("language", "words"),
    [("sq", ["Gjurma e veprimeve", "Rolet u ndryshuan"]), ("en", ["Audit trail", "Roles changed"])],
)
def test_the_trail_is_read_in_both_languages(admin, admin_client, event, language, words):
    UserProfile.objects.create(user=admin, preferred_language=language)
    text = admin_client.get(TRAIL).content.decode()
    assert not [word for word in words if word not in text]


def test_the_trail_is_filtered_in_few_queries(
    admin, admin_client, event, person, django_assert_max_num_queries
):
    today = f"{timezone.localdate():%Y-%m-%d}"
    for query, shown in {
        f"person={person.pk}": True,
        f"person={admin.pk}&action=roles_changed": True,
        "action=account_created": False,
        f"at_from={today}&at_to={today}": True,
        "at_to=2020-01-01": False,
        "person=x&action=x&at_from=x&p=x": True,
    }.items():
        text = admin_client.get(f"{TRAIL}results/?{query}").content.decode()
        assert ("u dha: Redaktorë" in text) is shown, query
    for _ in range(30):
        record(Action.ROLES_CHANGED, by=admin, about=person)
    with django_assert_max_num_queries(14):
        admin_client.get(f"{TRAIL}results/")
