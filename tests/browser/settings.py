"""The development settings, with files of their own and with the error pages made reachable."""

import os
from pathlib import Path

from portal.settings.development import *  # noqa: F403

MEDIA_ROOT = Path(os.environ["BROWSER_SITE"]) / "media"
ROOT_URLCONF = "tests.browser.urls"
