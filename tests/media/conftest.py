"""What the media tests share: a person in the admin, and a place for files."""

from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from portal.accounts.models import User


@pytest.fixture(autouse=True)
def media_root(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # Wagtail keeps renditions in it
    return tmp_path


@pytest.fixture
def admin(db: None, client: Client) -> Client:
    client.force_login(User.objects.create_superuser(email="admin@example.org"))
    return client
