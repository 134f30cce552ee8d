"""One machine, no configuration: SQLite, local files, mails in files too."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import (
    ALLOWED_HOSTS,
    DEBUG,
    DEMO_PASSWORD,
    EMAIL,
    SECRET_KEY,
    TEMPLATES,
    VAR_DIR,
)

DEVELOPMENT = True
EMAIL_FILE_PATH = VAR_DIR / "mails"
if not EMAIL["EMAIL_HOST"]:
    # Mails lie in files, and are read at /_mails/.
    MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
# Off, visitors' error pages show, and tracebacks stand in the terminal.
DEBUG = True if DEBUG is None else DEBUG
TEMPLATES[0]["OPTIONS"]["auto_reload"] = True
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
SECRET_KEY = SECRET_KEY or "development-only-" + "0" * 40
ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # browsers make passkeys for http://localhost:8000
DEMO_PASSWORD = DEMO_PASSWORD or "demo-demo-demo"
