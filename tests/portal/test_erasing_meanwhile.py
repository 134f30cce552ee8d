"""A copy is made while its person is erased: whoever comes first, no file is left."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection

from portal.accounts.models import User
from portal.media.storages import private_storage
from portal.personal import exports
from portal.personal.erasure import erase_key
from portal.personal.exports import Export

ONE_WRITER = "SQLite lets one write at a time, and its test database is one connection's"


@pytest.mark.django_db(transaction=True)
def test_an_erasure_waits_for_a_copy_and_takes_its_files_along(monkeypatch):
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)
    person = User.objects.create_user("ana@example.org")
    export = Export.objects.create(user=person, language="sq")
    begun, may_go_on, stored = Event(), Event(), []
    everything = exports.everything_about

    def slowly(user):
        begun.set()
        may_go_on.wait(30)
        return everything(user)

    def make():
        try:
            exports.make(str(export.key))
        finally:
            connection.close()

    def erase():
        try:
            return erase_key(person.key)
        finally:
            connection.close()

    save = type(private_storage()).save
    monkeypatch.setattr(exports, "everything_about", slowly)
    monkeypatch.setattr(
        type(private_storage()),
        "save",
        lambda *args, **kwargs: stored.append(save(*args, **kwargs)) or stored[-1],
    )
    with ThreadPoolExecutor(2) as pool:
        copy = pool.submit(make)
        assert begun.wait(30)
        erasure = pool.submit(erase)
        may_go_on.set()
        copy.result()
        assert erasure.result()
    assert len(stored) == 2
    assert not [name for name in stored if private_storage().exists(name)]
    assert not Export.objects.exists()
    exports.make(str(export.key))
    assert len(stored) == 2
