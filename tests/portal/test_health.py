"""Probes learn whether the portal lives and which of its parts answer, and nothing else."""

from threading import Event

import pytest
from django.db import connections
from django.test import Client

from portal import health
from portal.media.stores import PublicFolder

pytestmark = pytest.mark.django_db
PARTS = {"database", "cache", "public files", "private files", "search"}


def probe(path: str, host: str = "10.0.0.7:8000"):
    """Ask as a probe does: by number, without TLS."""
    return Client().get(path, headers={"host": host})


@pytest.fixture(autouse=True)
def production(settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["portal.example.org"]


def test_the_server_is_alive_without_its_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = probe("/healthz")
    assert (response.status_code, response.content) == (200, b"alive\n")
    assert "no-store" in response["Cache-Control"]


def test_each_part_is_named_and_nothing_else_is_said():
    response = probe("/readyz")
    assert response.status_code == 200
    assert response.json() == dict.fromkeys(PARTS, "ok")
    assert not response.cookies


def test_a_database_that_does_not_answer_is_named(monkeypatch):
    def fail(*args, **kwargs) -> None:
        raise OSError("password=secret")

    monkeypatch.setattr(type(connections["default"]), "cursor", fail)
    response = probe("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] == "failed"
    assert b"secret" not in response.content


def test_a_store_that_fails_is_named_and_pages_go_on(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(PublicFolder, "check", lambda self: (_ for _ in ()).throw(OSError))
    response = probe("/readyz")
    assert response.status_code == 200
    assert response.json()["public files"] == "failed"


def test_a_part_that_hangs_is_waited_for_once_and_not_asked_again(monkeypatch):
    monkeypatch.setattr(health, "PATIENCE", 0.05)
    monkeypatch.setattr(health, "GOOD_FOR", 0)
    asked, goes_on = [], Event()

    def hang() -> None:
        asked.append(1)
        goes_on.wait()

    watch = health.Watch()
    parts = [health.Part("slow", hang), health.Part("quick", lambda: None)]
    try:
        for _ in range(3):
            assert watch.state(parts) == {"slow": False, "quick": True}
        assert len(asked) == 1
    finally:
        goes_on.set()


@pytest.mark.parametrize("engine", ["opensearch", "elasticsearch"])
def test_a_search_server_that_is_not_there_is_named(settings, engine):
    settings.SEARCH_ENGINE, settings.SEARCH_URL = engine, "http://127.0.0.1:9"
    response = probe("/readyz")
    assert response.status_code == 200
    assert response.json()["search"] == "failed"
