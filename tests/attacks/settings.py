"""The production settings, with files of their own and static files that nobody collected."""

import os
from pathlib import Path

from portal.settings.production import *  # noqa: F403
from portal.settings.production import STORAGES

FOLDER = Path(os.environ["ATTACKED_SITE"])
MEDIA_ROOT, PRIVATE_ROOT = FOLDER / "media", FOLDER / "private"
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
