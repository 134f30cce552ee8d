"""The two stores for tests: folders, or buckets of the S3 server that "make services" starts."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit

import pytest
import urllib3
from django.apps import apps
from django.core.cache import cache
from django.core.files.storage import storages
from django.db.models import FileField
from pytest_django import Settings
from services import answers, service_settings

from tests.conftest import need


def s3_settings() -> dict[str, str]:
    """Return what names the real S3 server's buckets; skips the test where none runs."""
    url = os.environ.get("S3_URL") or service_settings().get("S3_URL", "")
    need(url and answers(url), "an S3 server")
    address = urlsplit(url)
    return {
        "STORAGE_ENDPOINT_URL": f"http://{address.hostname}:{address.port}",
        "STORAGE_ACCESS_KEY": address.username or "",
        "STORAGE_SECRET_KEY": address.password or "",
    }


@contextmanager
def buckets(settings: Settings, monkeypatch: pytest.MonkeyPatch, **changed: str) -> Iterator[None]:
    """Let every model keep its files in two buckets of the test's own; `changed` are settings."""
    own = {**s3_settings(), "STORAGE_BUCKET_PUBLIC": f"public-{token_hex(6)}"}
    own["STORAGE_BUCKET_PRIVATE"] = own["STORAGE_BUCKET_PUBLIC"].replace("public", "private")
    use_buckets(settings, monkeypatch, own)
    stores = [storages["default"], storages["private"]]
    for made in stores:
        made.bucket.create()
    stores[0].bucket.Policy().put(Policy=json.dumps(public_policy(stores[0].bucket_name)))
    if changed:
        use_buckets(settings, monkeypatch, own | changed)
    yield
    for made in stores:
        made.bucket.objects.delete()
        made.bucket.delete()


def use_buckets(settings: Settings, monkeypatch: pytest.MonkeyPatch, own: dict[str, str]) -> None:
    for name, value in own.items():
        setattr(settings, name, value)
    settings.STORAGES = {**settings.STORAGES, **settings.BUCKETS}
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, FileField) and hasattr(field, "_storage_callable"):
                monkeypatch.setattr(field, "storage", field._storage_callable())
    cache.clear()  # Wagtail keeps renditions in it


def public_policy(bucket: str) -> dict[str, Any]:
    """Return the policy that the README describes: everybody may fetch, nobody may list."""
    resource = f"arn:aws:s3:::{bucket}/*"
    grant = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": resource}
    return {"Version": "2012-10-17", "Statement": [grant]}


def fetched(url: str) -> urllib3.BaseHTTPResponse:
    """Return what anybody gets from a server of this machine."""
    return urllib3.request("GET", url, retries=False, timeout=5)


@pytest.fixture(params=["folders", "buckets"])
def store(
    request: pytest.FixtureRequest, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Run the test twice: files in folders, and in buckets."""
    with buckets(settings, monkeypatch) if request.param == "buckets" else nullcontext():
        yield request.param
