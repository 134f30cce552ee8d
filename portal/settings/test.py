"""Quick and strict: what the tests run on; DATABASE_URL chooses the database."""

import atexit
import gc
import shutil
import tempfile
from pathlib import Path

from jinja2 import StrictUndefined

from portal.settings.base import *  # noqa: F403
from portal.settings.base import (
    BASE_DIR,
    DATABASES,
    INSTALLED_APPS,
    TASKS,
    TEMPLATES,
    WAGTAILSEARCH_BACKENDS,
)

gc.set_threshold(100_000, 10, 10)  # of what migrations make, a third of the time went into it

DEBUG = False
SECRET_KEY = "test-only-" + "0" * 50
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DEMO_PASSWORD = "demo-demo-demo"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="portal-media-"))
PRIVATE_ROOT = Path(tempfile.mkdtemp(prefix="portal-private-"))
for folder in (MEDIA_ROOT, PRIVATE_ROOT):
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"] = ":memory:"
TEMPLATES[0]["OPTIONS"]["undefined"] = StrictUndefined
TASKS["background"]["BACKEND"] = TASKS["default"]["BACKEND"]  # at once

# Nobody asks the admin's own search: a tenth of the tests' time went into it.
WAGTAILSEARCH_BACKENDS["default"]["AUTO_UPDATE"] = False

# The page that query budgets are counted against; pytest puts scripts/ on the path.
INSTALLED_APPS.append("bench.baseline")
TEMPLATES[0]["DIRS"].append(BASE_DIR / "scripts" / "bench" / "baseline" / "templates")
