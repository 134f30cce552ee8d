"""Certificates are issued, corrected, revoked, withdrawn: who is told, what is kept, what goes."""

from datetime import timedelta
from unittest.mock import ANY

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts.models import Message, User
from portal.certificates import actions, tasks
from portal.certificates.models import Certificate, Reason, State, today
from portal.certificates.snapshot import Snapshot
from portal.media.storages import private_storage
from portal.personal.audit import Event
from portal.personal.erasure import erase_key
from portal.publishing.refusals import RefusedError
from tests.certificates.awards import OTHER, SNAPSHOT, award
from tests.portal.people import LANGUAGES, address

pytestmark = [pytest.mark.django_db, pytest.mark.dialect, pytest.mark.usefixtures("plain_paper")]


def said(certificate: Certificate) -> list[str]:
    """Return what the audit trail says of a certificate."""
    events = Event.objects.filter(of_model="certificates.certificate", of_id=certificate.pk)
    return [*events.order_by("pk").values_list("action", flat=True)]


def now(certificate: Certificate) -> Certificate:
    return Certificate.objects.get(pk=certificate.pk)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_issued_with_the_name_of_the_day_and_its_holder_is_told(
    store, ana, language, admin, publish
):
    ana.preferred_language = language
    ana.save()
    made = now(publish(actions.issue, holder=ana, award=award(), by=admin))
    ana.name = "Ana Leka"
    ana.save()
    assert (now(made).name, made.state, made.achievement) == ("Ana Hoxha", State.VALID, SNAPSHOT)
    assert private_storage().exists(made.file.name)
    message = Message.objects.get(to=ana)
    assert (
        message.subject
        == {
            "sq": "Certifikata juaj është gati",
            "en": "Your certificate is ready",
        }[language]
    )
    assert message.link == address("my_certificate", language, made.pk)
    [event] = Event.objects.filter(action="certificate_issued")
    assert (event.by, event.about, event.facts) == (admin, ana, {"kind": "training"})


def test_a_snapshot_is_the_same_when_it_comes_back():
    bare = Snapshot(texts=SNAPSHOT.texts)
    for each in (SNAPSHOT, bare):
        assert Snapshot.from_json(each.as_json()) == each


def test_a_paper_in_a_language_without_words_is_not_awarded():
    for languages in (["sq", "de"], []):
        with pytest.raises(ValueError, match="lacks"):
            award(languages=languages)


def test_there_is_one_current_certificate_for_each_subject(ana, certificate):
    assert actions.issue(holder=ana, award=award(), by=None) == certificate
    assert actions.issue(holder=ana, award=award(subject=OTHER), by=None) != certificate
    copy = now(certificate)
    copy.pk, copy.code = None, "X" * 20
    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save()
    assert Message.objects.filter(to=ana).count() == 2


def test_one_that_has_expired_is_renewed(ana, certificate, publish):
    Certificate.objects.update(valid_until=today() - timedelta(days=1))
    assert now(certificate).state == State.EXPIRED
    newer = publish(actions.issue, holder=ana, award=award(), by=None)
    assert (newer.replaces, newer.code) == (certificate, ANY)
    assert newer.code != certificate.code
    assert now(certificate).state == State.REPLACED


def test_on_its_last_day_it_is_valid(certificate):
    Certificate.objects.update(valid_until=today())
    assert now(certificate).state == State.VALID


def test_a_name_that_cannot_be_printed_is_refused(ana, certificate):
    names = ["", " \u00a0", "Ana\u202eHoxha", "<b>Ana</b>", "آنا", "Ана 😀", "Ana\nHoxha\x00"]
    for name in names:
        with pytest.raises(RefusedError):
            actions.reissue(certificate=certificate, name=name, by=ana)
    ana.name = ""
    ana.save()
    with pytest.raises(RefusedError):
        actions.issue(holder=ana, award=award(subject=OTHER), by=None)
    assert Certificate.objects.count() == 1


def test_names_are_kept_as_they_are_written_here(certificate, admin):
    composed = actions.reissue(certificate=certificate, name=" Ëngjëll  C\u0327ela ", by=admin)
    assert composed.name == "Ëngjëll Çela"


def test_a_corrected_one_takes_the_place_of_the_old(ana, certificate, admin, publish):
    actions.choose_what_is_shown(certificate=certificate, name=True)
    new = now(publish(actions.reissue, certificate=certificate, name="Ana Leka", by=admin))
    old = now(certificate)
    assert (new.name, new.replaces, new.issued_on) == ("Ana Leka", old, old.issued_on)
    assert (new.state, new.public_name) == (State.VALID, "")
    assert (old.state, old.public_name, bool(old.file)) == (State.REPLACED, "", False)
    assert not private_storage().exists(certificate.file.name)
    assert private_storage().exists(new.file.name)
    assert said(new) == ["certificate_reissued"]
    assert Message.objects.filter(to=ana).first().link == address("my_certificate", "sq", new.pk)


def test_one_is_revoked_for_a_public_reason(ana, certificate, admin, publish):
    actions.choose_what_is_shown(certificate=certificate, name=True)
    publish(
        actions.revoke, certificate=certificate, reason=Reason.NOT_MET, words="Mungoi.", by=admin
    )
    row = now(certificate)
    assert (row.state, row.revoked_reason, row.revoked_words) == ("revoked", "not_met", "Mungoi.")
    assert (row.revoked_by, row.public_name, bool(row.file)) == (admin, "", False)
    assert not private_storage().exists(certificate.file.name)
    [event] = Event.objects.filter(action="certificate_revoked")
    assert (event.by, event.about, event.facts) == (admin, ana, {"reason": "not_met"})
    assert Message.objects.filter(to=ana).count() == 2


def test_one_is_withdrawn_by_its_holder_and_may_be_issued_again(ana, certificate, publish):
    publish(actions.withdraw, certificate=certificate)
    row = now(certificate)
    assert (row.state, row.name, row.holder, bool(row.file)) == ("withdrawn", "", ana, False)
    assert not private_storage().exists(certificate.file.name)
    assert actions.issue(holder=ana, award=award(), by=None).state == State.VALID


def test_the_name_is_shown_only_as_long_as_the_holder_wants(certificate):
    assert certificate.public_name == ""
    for name in (True, True, False):
        actions.choose_what_is_shown(certificate=certificate, name=name)
        assert now(certificate).public_name == ("Ana Hoxha" if name else "")
    assert said(certificate)[1:] == ["certificate_name_shown", "certificate_name_hidden"]


def test_what_is_over_cannot_be_changed_any_more(certificate, admin):
    ways = {
        "revoked": lambda: actions.revoke(certificate=certificate, reason=Reason.MISTAKE, by=admin),
        "replaced": lambda: actions.reissue(certificate=certificate, name="Ana Leka", by=admin),
        "withdrawn": lambda: actions.withdraw(certificate=certificate),
        "shown": lambda: actions.choose_what_is_shown(certificate=certificate, name=True),
    }
    for state in ("revoked", "replaced", "withdrawn"):
        with transaction.atomic():
            ways[state]()
            assert now(certificate).state == state
            before = Certificate.objects.filter(pk=certificate.pk).values().get()
            for act in ways.values():
                with pytest.raises(RefusedError):
                    act()
            assert Certificate.objects.filter(pk=certificate.pk).values().get() == before
            transaction.set_rollback(True)


def test_an_erasure_leaves_a_code_that_names_nobody(store, ana, certificate, admin, publish):
    other = publish(actions.issue, holder=ana, award=award(subject=OTHER), by=admin)
    publish(
        actions.revoke, certificate=other, reason=Reason.MISTAKE, words="Ana Hoxha gaboi", by=admin
    )
    publish(erase_key, ana.key)
    rows = [now(certificate), now(other)]
    assert [row.state for row in rows] == [State.WITHDRAWN, State.REVOKED]
    for row in rows:
        kept = (row.holder, row.name, row.revoked_words, bool(row.file), row.name_shown_since)
        assert kept == (None, "", "", False, None)
        assert row.achievement == SNAPSHOT.alone()
    assert not private_storage().exists(certificate.file.name)


def test_who_is_erased_meanwhile_gets_none(ana):
    erase_key(ana.key)
    with pytest.raises(User.DoesNotExist):
        actions.issue(holder=ana, award=award(), by=None)


def test_an_erased_administrator_is_no_longer_named_for_a_revocation(certificate, admin, publish):
    User.objects.create_superuser("beni@example.org", "x")
    actions.revoke(certificate=certificate, reason=Reason.MISTAKE, words="Gabim", by=admin)
    publish(erase_key, admin.key)
    row = now(certificate)
    assert (row.revoked_by, row.state, row.revoked_words) == (None, State.REVOKED, "Gabim")


def test_a_paper_is_made_once_and_none_of_what_is_over(certificate, monkeypatch):
    made = certificate.file.name
    tasks.keep(certificate, b"%PDF-1.7 y")
    assert now(certificate).file.name == made
    monkeypatch.setattr(tasks, "pdf_of", lambda certificate: pytest.fail("made"))
    tasks.make_paper.call(certificate.pk)
    tasks.make_paper.call(certificate.pk + 100)
    Certificate.objects.update(withdrawn_at=timezone.now(), file="")
    tasks.make_paper.call(certificate.pk)
    tasks.keep(certificate, b"%PDF-1.7 y")
    assert not now(certificate).file


def test_a_paper_that_a_killed_worker_left_goes_in_the_night(store, certificate, monkeypatch):
    lost = private_storage().save("certificates/certificate.pdf", certificate.file)
    later = timezone.now() + timedelta(days=2)
    call_command("retention", verbosity=0)
    assert private_storage().exists(lost)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("retention", verbosity=0)
    assert not private_storage().exists(lost)
    assert private_storage().exists(certificate.file.name)
