"""The development settings, with files of their own and with the error pages made reachable."""

import gc
import os
from pathlib import Path

from portal.settings.development import *  # noqa: F403
from portal.settings.development import DATABASES

gc.set_threshold(100_000, 10, 10)  # as in portal/settings/test.py

MEDIA_ROOT = Path(os.environ["BROWSER_SITE"]) / "media"
EMAIL_FILE_PATH = Path(os.environ["BROWSER_SITE"]) / "mails"
DATABASES["default"]["OPTIONS"]["init_command"] += ";PRAGMA synchronous=OFF"
# To open SQLite anew takes five times as long as to ask it whether a task is due.
DATABASES["default"]["CONN_MAX_AGE"] = None
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ROOT_URLCONF = "tests.browser.urls"
WHITENOISE_MAX_AGE = 3600  # seconds: nothing changes in a run
