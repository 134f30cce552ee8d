"""The two stores for tests: folders, or buckets of the S3 server that "make services" starts."""

import os
from collections.abc import Iterator
from secrets import token_hex
from urllib.parse import urlsplit

import pytest
import urllib3
from django.apps import apps
from django.conf import settings as django_settings
from django.core.cache import cache
from django.core.files.storage import storages
from django.db.models import FileField
from pytest_django import Settings
from services import answers, service_settings

from portal.media.storages import private_storage, public_storage
from tests.conftest import need




def s3_settings() -> dict[str, str]:
    """Return what names the real S3 server's buckets; skips the test where none runs."""
    url = os.environ.get("S3_URL") or service_settings().get("S3_URL", "")
    need(url and answers(url), "an S3 server")
    address = urlsplit(url)
    return {
        "STORAGE_BUCKET_PUBLIC": "portal-public",
        "STORAGE_BUCKET_PRIVATE": "portal-private",
        "STORAGE_ENDPOINT_URL": f"http://{address.hostname}:{address.port}",
        "STORAGE_ACCESS_KEY": address.username or "",
        "STORAGE_SECRET_KEY": address.password or "",
    }


def use_buckets(settings: Settings, monkeypatch: pytest.MonkeyPatch, **changed: str) -> None:
    """Let every model keep its files in buckets, in a folder of the test's own."""
    for name, value in {**s3_settings(), **changed}.items():
        setattr(settings, name, value)
    settings.STORAGES = {**settings.STORAGES, **django_settings.BUCKETS}
    for storage in (public_storage(), private_storage()):
        storage.location = f"test-{token_hex(6)}"
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, FileField) and hasattr(field, "_storage_callable"):
                monkeypatch.setattr(field, "storage", field._storage_callable())
    cache.clear()  # Wagtail keeps renditions in it


def fetched(url: str) -> urllib3.BaseHTTPResponse:
    """Return what anybody gets from a server of this machine."""
    return urllib3.request("GET", url, retries=False, timeout=5)


@pytest.fixture
def store(
    request: pytest.FixtureRequest, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Run the test on the stores that its parameter names; see the mark `files`."""
    if request.param == "buckets":
        use_buckets(settings, monkeypatch)
    yield request.param
    if request.param == "buckets":
        storages["private"].bucket.objects.filter(Prefix=storages["private"].location).delete()
        storages["default"].bucket.objects.filter(Prefix=storages["default"].location).delete()
