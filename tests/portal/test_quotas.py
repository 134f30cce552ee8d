"""Counts that all workers share: exact under pressure, named by nobody, gone when past."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from portal import quotas
from portal.limits.models import CacheRow, Count
from portal.quotas import take
from tests.conftest import need
from tests.factories import StandardPageFactory
from tests.media.factories import DocumentFactory

REDIS = os.environ.get("REDIS_URL")


@pytest.fixture(params=["database", "redis"])
def shared(request, settings, db) -> None:
    """Where the counts stand."""
    if request.param == "redis":
        need(REDIS, "Redis")
        settings.USES_REDIS = True
        settings.CACHES = settings.CACHES | {
            "shared": {
                "BACKEND": "django.core.cache.backends.redis.RedisCache",
                "LOCATION": REDIS,
                "KEY_FUNCTION": "portal.quotas.cache_key",
            }
        }
        caches["shared"].clear()


def test_so_many_are_taken_in_a_time_and_others_have_their_own(shared):
    assert [take("x", "ana", limit=2, seconds=3600) for _ in range(4)] == [True, True, False, False]
    assert take("x", "beni", limit=2, seconds=3600)
    assert take("y", "ana", limit=2, seconds=3600)
    assert take("x", "ana", limit=2, seconds=60)


def test_what_is_given_back_can_be_taken_again(shared):
    assert take("x", "ana", limit=1, seconds=3600)
    quotas.give_back("x", "ana", [(1, 3600)])
    assert take("x", "ana", limit=1, seconds=3600)
    quotas.give_back("x", "nobody", [(1, 3600)])


def test_after_the_time_it_begins_anew(shared):
    assert take("x", "ana", limit=1, seconds=1)
    assert not take("x", "ana", limit=1, seconds=1)
    time.sleep(2.1)
    assert take("x", "ana", limit=1, seconds=1)
    assert not take("x", "ana", limit=1, seconds=1)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_exactly_so_many_are_served():
    if connection.vendor == "sqlite":
        pytest.skip("threads share no SQLite in memory; tests/attacks counts on a file")

    def attempt(_number: int) -> bool:
        try:
            return take("x", "ana", limit=7, seconds=3600)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(attempt, range(40))) == 7


@pytest.mark.django_db
@pytest.mark.dialect
def test_no_row_names_anybody_and_none_outlives_its_time():
    fields = {"login": "ana@example.org", "password": "gabim"}
    Client(REMOTE_ADDR="192.0.2.77").post(reverse("account_login"), fields)
    take("x", "192.0.2.77", limit=1, seconds=3600)
    rows = [*Count.objects.values_list(), *CacheRow.objects.values_list("cache_key", "value")]
    assert len(rows) > 3
    assert not [row for row in rows if "192.0.2" in str(row) or "ana" in str(row)]
    call_command("forget_counts", stdout=StringIO())
    assert Count.objects.count() + CacheRow.objects.count() == len(rows)
    Count.objects.update(ends=time.time() - 1)
    CacheRow.objects.update(expires="2020-01-01T00:00Z")
    call_command("forget_counts", stdout=StringIO())
    assert not Count.objects.exists()
    assert not CacheRow.objects.exists()


def guess(url: str, password: str, ip: str = "192.0.2.1", language: str = "sq"):
    fields = {"password": password, "return_url": f"/{language}/"}
    return Client(REMOTE_ADDR=ip).post(url, fields)


@pytest.fixture(params=["page", "collection"])
def closed(request, home) -> str:
    """The address to which a closed page's or collection's password is sent."""
    if request.param == "page":
        page = StandardPageFactory()
        row = PageViewRestriction.objects.create(
            page=page, restriction_type="password", password="e drejta"
        )
        with override("en"):
            return reverse("wagtailcore_authenticate_with_password", args=[row.pk, page.pk])
    row = CollectionViewRestriction.objects.create(
        collection=DocumentFactory().collection, restriction_type="password", password="e drejta"
    )
    return reverse("wagtaildocs_authenticate_with_password", args=[row.pk])


def test_guessing_a_closed_pages_password_is_slowed_for_who_guesses(closed):
    answers = [guess(closed, "gabim").status_code for _ in range(7)]
    assert answers == [200] * 5 + [429] * 2
    refused = guess(closed, "e drejta")
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) >= 300
    assert guess(closed, "e drejta", ip="192.0.2.2").status_code == 302


def test_a_whole_class_enters_a_closed_page_from_one_office(closed):
    assert {guess(closed, "e drejta").status_code for _ in range(40)} == {302}
