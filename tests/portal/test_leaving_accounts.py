"""Accounts that are suspended, restored, handed over, or lost what they are opened with."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from wagtail.models import Page

from portal.accounts.actions import suspend
from portal.accounts.groups import permission
from portal.accounts.handing_over import blockers, hand_over
from portal.accounts.inviting import invite
from portal.accounts.models import SignUp, User
from portal.accounts.roles import Role
from portal.personal.audit import Event
from portal.personal.erasure import erase_again
from portal.publishing.refusals import RefusedError
from tests.factories import StandardPageFactory
from tests.media.factories import DocumentFactory, ImageFactory
from tests.portal.people import address, make, set_up_app, sign_in, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return make("ana@example.org")


def done_to(person: User) -> list[str]:
    return [*Event.objects.filter(about=person).order_by("pk").values_list("action", flat=True)]


def test_a_suspended_person_is_out_everywhere_until_the_account_is_restored(person, admin_client):
    clients = [signed_in(person.email), signed_in(person.email)]
    assert admin_client.get(f"/admin/users/{person.pk}/suspend/").status_code == 200
    admin_client.post(f"/admin/users/{person.pk}/suspend/")
    for client in clients:
        assert client.get(address("my_page")).status_code == 302
        assert not client.session.keys()
    assert sign_in(Client(), person.email)["Location"] == address("account_inactive")
    admin_client.post(f"/admin/users/{person.pk}/restore/")
    assert signed_in(person.email).get(address("my_page")).status_code == 200
    assert [sent.to for sent in mail.outbox] == [[person.email]] * 2
    assert done_to(person) == ["account_suspended", "account_resumed"]


def test_nobody_suspends_themselves(admin, admin_client):
    User.objects.create_superuser("tjeter@example.org", "x")
    admin_client.post(f"/admin/users/{admin.pk}/suspend/")
    bulk = f"/admin/bulk/accounts/user/set_active_state/?id={admin.pk}"
    admin_client.post(bulk, {"mark_as_active": "False"})
    assert User.objects.get(pk=admin.pk).is_active
    assert not mail.outbox


@pytest.mark.dialect
def test_the_last_administrator_stays_whichever_door_is_tried(admin, admin_client):
    other = User.objects.create_superuser("tjeter@example.org", "x")
    User.objects.filter(pk=admin.pk).update(is_active=False)
    client = Client()
    client.force_login(other)
    client.post(f"/admin/users/edit/{other.pk}/", {"email": other.email, "name": "Tjetër"})
    with pytest.raises(RefusedError):
        suspend(other, by=admin)
    User.objects.filter(pk=admin.pk).update(is_active=True, is_superuser=False)
    admin.user_permissions.add(permission("wagtailadmin.access_admin"))
    admin.user_permissions.add(permission("accounts.change_user"))
    admin_client.post(f"/admin/users/edit/{other.pk}/", {"email": other.email, "name": "Tjetër"})
    admin_client.post(
        f"/admin/bulk/accounts/user/set_active_state/?id={other.pk}", {"mark_as_active": "False"}
    )
    other.refresh_from_db()
    assert other.is_superuser
    assert other.is_active


def test_several_are_suspended_at_once_by_the_same_action(person, admin_client):
    other = make("beni@example.org")
    client = signed_in(person.email)
    bulk = f"/admin/bulk/accounts/user/set_active_state/?id={person.pk}&id={other.pk}"
    admin_client.post(bulk, {"mark_as_active": "False"})
    assert not User.objects.filter(email__in=[person.email, other.email], is_active=True).exists()
    assert not client.session.keys()
    assert len(mail.outbox) == 2
    assert done_to(person) == ["account_suspended"]


def test_the_form_of_an_account_suspends_nobody(person, admin_client):
    page = admin_client.get(f"/admin/users/edit/{person.pk}/").content.decode()
    assert 'name="is_active"' not in page
    assert f"/admin/users/{person.pk}/suspend/" in page
    admin_client.post(f"/admin/users/edit/{person.pk}/", {"email": person.email, "name": "Ana"})
    person.refresh_from_db()
    assert person.is_active
    assert person.name == "Ana"


@pytest.mark.dialect
def test_what_belongs_to_somebody_is_handed_over_before_they_go(admin, admin_client, home):
    trainer = make("trajner@example.org", Role.TRAINER, Role.EDITOR)
    editor = make("redaktor@example.org", Role.EDITOR)
    page = StandardPageFactory(parent=home, owner=trainer, locked=True, locked_by=trainer)
    image, document = (
        ImageFactory(uploaded_by_user=trainer),
        DocumentFactory(uploaded_by_user=trainer),
    )
    assert len(blockers(trainer)) == 5
    refused = admin_client.post(f"/admin/users/delete/{trainer.pk}/")
    assert refused["Location"] == f"/admin/users/{trainer.pk}/hand-over/"
    admin_client.post(f"/admin/bulk/accounts/user/delete/?id={trainer.pk}")
    assert User.objects.filter(pk=trainer.pk).exists()
    shown = admin_client.get(f"/admin/users/{trainer.pk}/hand-over/").content.decode()
    assert "1 dokument" in shown
    admin_client.post(f"/admin/users/{trainer.pk}/hand-over/", {"to": editor.pk})
    assert blockers(trainer) == []
    assert Page.objects.filter(pk=page.pk, owner=editor, locked_by=editor).exists()
    for file in (image, document):
        file.refresh_from_db()
        assert file.uploaded_by_user == editor
    assert {*editor.groups.all()} == {Role.TRAINER.group(), Role.EDITOR.group()}
    assert done_to(trainer) == ["handed_over"]
    assert done_to(editor) == ["roles_changed"]
    admin_client.post(f"/admin/users/delete/{trainer.pk}/")
    assert not User.objects.filter(pk=trainer.pk).exists()


def test_the_last_two_with_a_role_are_not_erased_together_nor_later(admin_client, publish):
    trainers = [make(f"{name}@example.org", Role.TRAINER) for name in ("ana", "beni")]
    query = "&".join(f"id={trainer.pk}" for trainer in trainers)
    publish(admin_client.post, f"/admin/bulk/accounts/user/delete/?{query}")
    assert not erase_again()
    assert User.objects.filter(groups=Role.TRAINER.group(), is_active=True).count() == 2


def test_an_address_that_an_administrator_replaced_opens_nothing_any_more(person, admin_client):
    url = f"/admin/users/edit/{person.pk}/"
    for email in ("re@example.org", "RE@example.org"):
        admin_client.post(url, {"email": email, "name": "Ana"})
    assert sign_in(Client(), "ana@example.org").status_code == 200
    Client().post(address("account_reset_password"), {"email": "ana@example.org"})
    assert not mail.outbox
    client = Client()
    sign_in(client, "re@example.org")
    link = re.search(r"http://\S+", mail.outbox[0].body)
    client.post(link[0])
    assert signed_in("re@example.org").get(address("my_page")).status_code == 200


@pytest.mark.dialect
def test_the_last_administrator_leaves_one_behind(admin):
    editor = make("redaktor@example.org", Role.EDITOR)
    assert blockers(admin)
    hand_over(of=admin, to=editor, by=admin)
    editor.refresh_from_db()
    assert editor.is_superuser
    assert blockers(admin) == []


def test_nobody_takes_over_who_does_not_work_here(person, admin, admin_client):
    trainer = make("trajner@example.org", Role.TRAINER)
    url = f"/admin/users/{trainer.pk}/hand-over/"
    for pk in (person.pk, trainer.pk, 0, "x", ""):
        assert admin_client.post(url, {"to": pk}).status_code == 200
    assert blockers(trainer)


def test_nobody_takes_over_whose_account_was_closed_meanwhile(admin):
    trainer, editor = make("trajner@example.org", Role.TRAINER), make("redaktor@example.org")
    User.objects.filter(pk=editor.pk).update(is_active=False)
    with pytest.raises(RefusedError):
        hand_over(of=trainer, to=editor, by=admin)
    assert blockers(trainer)


def test_whoever_has_nothing_needs_nobody(person, admin_client):
    assert blockers(person) == []
    page = admin_client.get(f"/admin/users/{person.pk}/hand-over/").content.decode()
    assert "asgjë për të dorëzuar" in page


def test_an_administrator_resets_a_lost_second_step(person, admin_client):
    client = signed_in(person.email)
    set_up_app(person)
    url = f"/admin/users/{person.pk}/second-step/"
    assert admin_client.get(url).status_code == 200
    admin_client.post(url)
    assert not client.session.keys()
    assert "_auth_user_id" in signed_in(person.email).session
    assert [sent.to for sent in mail.outbox] == [[person.email]]
    assert done_to(person) == ["second_step_reset"]
    again = admin_client.post(url, follow=True)
    assert "nuk ka hap të dytë" in again.content.decode()


def test_only_administrators_do_this(person, client_as, admin):
    names = ("suspend", "restore", "second-step", "hand-over")
    urls = [f"/admin/users/{person.pk}/{name}/" for name in names]
    urls += [
        "/admin/invitations/",
        "/admin/invitations/new/",
        f"/admin/settings/accounts/signup/{SignUp.load().pk}/",
    ]
    (invitation,) = invite(["beni@example.org"], language="sq", by=admin)
    urls += [f"/admin/invitations/{invitation.pk}/{name}/" for name in ("send", "revoke")]
    mail.outbox.clear()
    for role in [*Role, None]:
        client = client_as(role) if role else Client()
        for url in urls:
            for response in (client.get(url), client.post(url, {"to": admin.pk})):
                assert response.status_code in (302, 403), (role, url)
                assert (
                    response.get("Location", "") in ("", "/admin/")
                    or "hyrja" in response["Location"]
                )
    assert not mail.outbox
    invitation.refresh_from_db()
    assert not invitation.revoked_at
    assert User.objects.get(pk=person.pk).is_active


def test_the_list_tells_what_each_account_may_do_and_copies_none(person, admin_client):
    person.groups.add(Role.EDITOR.group(), Group.objects.create(name="Dega e Vlorës"))
    listed = admin_client.get("/admin/users/").content.decode()
    assert "Dega e Vlorës, Redaktorë" in listed
    assert "/admin/users/copy/" not in listed
    gone = admin_client.get(f"/admin/users/copy/{person.pk}/", follow=True)
    assert gone.status_code == 404
