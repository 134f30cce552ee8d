"""One machine, no configuration: SQLite, local files, e-mail to the console."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import ALLOWED_HOSTS, DEMO_PASSWORD, SECRET_KEY

DEBUG = True
SECRET_KEY = SECRET_KEY or "development-only-" + "0" * 40
ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]"]
DEMO_PASSWORD = DEMO_PASSWORD or "demo-demo-demo"
