"""Trainers share the lead of a cohort, leave it and hand it over; none is left without one."""

import pytest
from django.test import Client

from knowledgebase.training.cohorts import leading
from knowledgebase.training.models import Cohort
from portal.accounts.handing_over import blockers, hand_over
from portal.accounts.models import Message, User
from portal.accounts.roles import Role
from portal.publishing.refusals import RefusedError
from tests.portal.people import LANGUAGES, address, make
from tests.training.groups import client_of, group_of, trainer_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(trainer) -> Client:
    return client_of(trainer)


@pytest.fixture
def other() -> User:
    return trainer_of("tjetra@example.org")


def add(desk: Client, group: Cohort, email: str, language: str = "sq"):
    return desk.post(address("cohort_trainers", language, group.key), {"email": email})


def led_by(user: User) -> set[Cohort]:
    return {*Cohort.objects.led_by(User.objects.get(pk=user.pk))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_trainer_lets_another_lead_too(desk, group, other, language):
    assert add(desk, group, "TJETRA@example.org", language).status_code == 302
    assert led_by(other) == {group}
    assert Message.objects.get(to=other).link == address("cohort", "sq", group.key)
    add(desk, group, other.email)
    assert Message.objects.filter(to=other).count() == 1
    page = desk.get(address("cohort_settings", language, group.key)).content.decode()
    assert str(other) in page


@pytest.mark.dialect
def test_who_is_no_trainer_is_answered_as_who_has_no_account(desk, group):
    make("ana@example.org")
    make("redaktor@example.org", Role.EDITOR)
    gone = trainer_of("pezulluar@example.org")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    answers = [
        add(desk, group, f"{name}@example.org").context_data["trainer_form"].errors
        for name in ("askush", "ana", "redaktor", "pezulluar")
    ]
    assert answers[0]
    assert answers == [answers[0]] * 4
    assert group.trainers.count() == 1


def test_what_is_no_address_stays_in_the_field(desk, group):
    page = add(desk, group, "tjetra@").content.decode()
    assert 'value="tjetra@"' in page
    assert 'value="Pranvera"' in page


@pytest.mark.dialect
def test_the_last_trainer_stays_and_any_other_may_go(desk, trainer, group, other):
    leave = address("cohort_trainers", "sq", group.key)
    assert desk.post(leave, {"leave": "yes"}).url == address("cohort_settings", "sq", group.key)
    assert led_by(trainer) == {group}
    add(desk, group, other.email)
    User.objects.filter(pk=other.pk).update(is_active=False)
    desk.post(leave, {"leave": "yes"})
    assert led_by(trainer) == {group}
    User.objects.filter(pk=other.pk).update(is_active=True)
    assert desk.post(leave, {"leave": "yes"}).url == address("cohorts")
    assert led_by(trainer) == set()
    assert desk.get(address("cohort", "sq", group.key)).status_code == 404


@pytest.mark.dialect
def test_cohorts_are_handed_over_before_their_trainer_goes(admin, admin_client, trainer, group):
    other = trainer_of("tjetra@example.org")
    shared = group_of(trainer, name="E përbashkët")
    leading.add_trainer(cohort=shared, address=other.email)
    assert [said for said in blockers(trainer) if "1 grup" in said]
    editor = make("redaktor@example.org", Role.EDITOR)
    with pytest.raises(RefusedError):
        hand_over(of=trainer, to=editor, by=admin)
    assert led_by(editor) == set()
    admin_client.post(f"/admin/users/{trainer.pk}/hand-over/", {"to": other.pk})
    assert led_by(other) == {group, shared}
    assert blockers(trainer) == []


@pytest.mark.dialect
def test_administrators_find_a_trainer_for_a_group_that_has_none(
    admin, admin_client, trainer, group, other
):
    listed = address("groups_without_trainer")
    assert "Pranvera" not in admin_client.get(listed).content.decode()
    trainer.groups.clear()
    assert "Pranvera" in admin_client.get(listed).content.decode()
    choose = address("put_in_charge", "sq", group.pk)
    page = admin_client.get(choose).content.decode()
    assert str(other) in page
    assert f'value="{trainer.pk}"' not in page
    assert admin_client.post(choose, {"trainer": trainer.pk}).status_code == 200
    admin_client.post(choose, {"trainer": other.pk})
    assert led_by(other) == {group}
    assert "Pranvera" not in admin_client.get(listed).content.decode()
    with pytest.raises(RefusedError):
        leading.put_in_charge(cohort=group, trainer=admin, by=admin)


@pytest.mark.parametrize("role", Role)
def test_nobody_but_administrators_does(client_as, group, role):
    client = client_as(role)
    for url in (address("groups_without_trainer"), address("put_in_charge", "sq", group.pk)):
        assert client.get(url).status_code in (302, 403)
        assert client.post(url, {"trainer": 1}).status_code in (302, 403, 405)
    assert group.trainers.count() == 1
