"""The production settings with the baseline beside the portal."""

from pathlib import Path

from portal.settings.production import *  # noqa: F403
from portal.settings.production import INSTALLED_APPS, TEMPLATES, VAR_DIR

INSTALLED_APPS = ["bench.baseline", *INSTALLED_APPS]
ROOT_URLCONF = "bench.baseline.urls"
# The same engine as the portal's, so that the difference is the page's.
TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")
STATIC_ROOT = VAR_DIR / "bench" / "static"
MEDIA_ROOT = VAR_DIR / "bench" / "media"
