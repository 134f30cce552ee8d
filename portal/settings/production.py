"""Behind a front that terminates TLS: nothing is guessed, every secret comes from outside."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import (
    ALLOWED_HOSTS,
    DATABASES,
    EMAIL,
    SECRET_KEY,
    SITE_URL,
    STORAGES,
    TEMPLATES,
    read,
    stop,
)

DEBUG = False
SECOND_FACTOR_REQUIRED = read("bool", "SECOND_FACTOR_REQUIRED", True)

if not SECRET_KEY or len(str(SECRET_KEY)) < 50:
    stop("SECRET_KEY is missing or shorter than 50 characters")
if not ALLOWED_HOSTS:
    stop("ALLOWED_HOSTS is missing: name the hosts that this portal answers for")
if not SITE_URL.startswith("https://"):
    stop("SITE_URL must begin with https://")
if not EMAIL["EMAIL_HOST"]:
    stop("EMAIL_URL is missing: nobody signs in without mail (smtp+tls://user:password@host:587)")

# A new connection costs more than the page's own queries.
DATABASES["default"].update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)
# The front writes the visitor's address at the end of X-Forwarded-For; attempts are counted by it.
ALLAUTH_TRUSTED_PROXY_COUNT = 1
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STORAGES["staticfiles"]["BACKEND"] = "whitenoise.storage.CompressedManifestStaticFilesStorage"
# A file that was not collected must not take every page down, the error pages among them.
WHITENOISE_MANIFEST_STRICT = False
TEMPLATES[0]["OPTIONS"]["auto_reload"] = False
