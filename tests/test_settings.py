"""A setting that is missing or wrong ends the process with one line that names it."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": "portal.example.org",
    "SITE_URL": "https://portal.example.org",
    "EMAIL_URL": "smtp://127.0.0.1:25",
}


def load(settings: dict[str, str]) -> subprocess.CompletedProcess[str]:
    clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", "help", "check"],
        cwd=ROOT,
        env={**clean, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


S3 = {
    "STORAGE_BUCKET_PUBLIC": "public",
    "STORAGE_BUCKET_PRIVATE": "private",
    "STORAGE_ENDPOINT_URL": "https://s3.eu-south-1.example.org",
    "STORAGE_ACCESS_KEY": "key",
    "STORAGE_SECRET_KEY": "secret",
}


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        *((name, {**S3, name: ""}) for name in S3),
        ("STORAGE_BUCKET_PUBLIC", {"STORAGE_ACCESS_KEY": "key"}),
        ("STORAGE_BUCKET_PRIVATE", {**S3, "STORAGE_BUCKET_PRIVATE": "public"}),
        ("STORAGE_ENDPOINT_URL", {**S3, "STORAGE_ENDPOINT_URL": "s3.example.org"}),
        ("STORAGE_ENDPOINT_URL", {**S3, "STORAGE_ENDPOINT_URL": "https://key:secret@example.org"}),
        ("DATABASE_URL", {"DATABASE_URL": "nonsense"}),
        ("DATABASE_URL", {"DATABASE_URL": "mysq://host/name"}),
        ("CACHE_URL", {"CACHE_URL": "nonsense"}),
        ("EMAIL_URL", {"EMAIL_URL": "nonsense"}),
        ("PORT", {"PORT": "http"}),
        ("SEARCH_ENGINE", {"SEARCH_ENGINE": "solr"}),
        ("SEARCH_URL", {"SEARCH_ENGINE": "opensearch"}),
        ("SEARCH_URL", {"SEARCH_ENGINE": "opensearch", "SEARCH_URL": "http://[x"}),
        ("SEARCH_URL", {"SEARCH_ENGINE": "elasticsearch", "SEARCH_URL": "localhost:9200"}),
        ("EMAIL_URL", {**PRODUCTION, "EMAIL_URL": "consolemail://"}),
        ("SECRET_KEY", {**PRODUCTION, "SECRET_KEY": ""}),
        ("SECRET_KEY", {**PRODUCTION, "SECRET_KEY": "short"}),
        ("ALLOWED_HOSTS", {**PRODUCTION, "ALLOWED_HOSTS": ""}),
        ("SITE_URL", {**PRODUCTION, "SITE_URL": "http://portal.example.org"}),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(name, settings):
    process = load(settings)
    assert process.returncode == 1
    assert process.stderr.startswith(f"settings: {name} ")
    assert process.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "settings", [{}, PRODUCTION, {**PRODUCTION, **S3}], ids=["development", "production", "buckets"]
)
def test_right_settings_load(settings):
    assert load(settings).returncode == 0
