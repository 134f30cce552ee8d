"""What comes from outside: each environment variable is read here, once."""

import re
import sys
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()


def stop(problem: str) -> NoReturn:
    """End the process with one line that names the setting at fault."""
    sys.exit(f"settings: {problem}")


def read(kind: str, name: str, default: object = environ.Env.NOTSET) -> Any:
    """Return the variable `name` cast to `kind` (a method of django-environ), or stop."""
    try:
        return getattr(env, kind)(name, default=default)
    except (ImproperlyConfigured, ValueError) as error:
        stop(f"{name} is missing or wrong ({error})")


DEBUG = read("bool", "DEBUG", None)
SECRET_KEY = read("str", "SECRET_KEY", None)
ALLOWED_HOSTS = read("list", "ALLOWED_HOSTS", [])
SITE_URL = str(read("str", "SITE_URL", "")).rstrip("/")
DATABASES = {"default": read("db", "DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
if not DATABASES["default"].get("ENGINE", "").startswith("django.db.backends."):
    stop("DATABASE_URL is wrong: begin it with postgres:// or sqlite:///")
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # The server and the worker write at the same time: each waits for the other, readers for none.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL",
    }
else:
    # Seconds, and milliseconds without a sign of life from the machine.
    limits = {"connect_timeout": 5, "tcp_user_timeout": 10_000}
    DATABASES["default"]["OPTIONS"] = DATABASES["default"].get("OPTIONS", {}) | limits
SEARCH_ENGINE = read("str", "SEARCH_ENGINE", "database")
SEARCH_URL = read("str", "SEARCH_URL", "")
SEARCH_CA = read("str", "SEARCH_CA", "")
SEARCH_INDEX_PREFIX = read("str", "SEARCH_INDEX_PREFIX", "portal_")
if SEARCH_ENGINE not in ("database", "elasticsearch", "opensearch"):
    stop("SEARCH_ENGINE is wrong: database, elasticsearch or opensearch")
if SEARCH_ENGINE != "database" and not re.match(r"https?://[^\s\[\]]+(:\d+)?/?$", SEARCH_URL):
    stop("SEARCH_URL is missing or wrong: the address of the search server, https://host:port")
STORAGE_BUCKET_PUBLIC = read("str", "STORAGE_BUCKET_PUBLIC", "")
STORAGE_BUCKET_PRIVATE = read("str", "STORAGE_BUCKET_PRIVATE", "")
STORAGE_ENDPOINT_URL = str(read("str", "STORAGE_ENDPOINT_URL", "")).rstrip("/")
STORAGE_ACCESS_KEY = read("str", "STORAGE_ACCESS_KEY", "")
STORAGE_SECRET_KEY = read("str", "STORAGE_SECRET_KEY", "")
STORES = {
    "STORAGE_BUCKET_PUBLIC": STORAGE_BUCKET_PUBLIC,
    "STORAGE_BUCKET_PRIVATE": STORAGE_BUCKET_PRIVATE,
    "STORAGE_ENDPOINT_URL": STORAGE_ENDPOINT_URL,
    "STORAGE_ACCESS_KEY": STORAGE_ACCESS_KEY,
    "STORAGE_SECRET_KEY": STORAGE_SECRET_KEY,
}
USES_BUCKETS = any(STORES.values())
if USES_BUCKETS and not all(STORES.values()):
    missing = next(name for name, value in STORES.items() if not value)
    stop(f"{missing} is missing: files in S3 need all STORAGE_ variables, files in folders none")
if USES_BUCKETS and not re.match(r"https?://[^\s\[\]@/]+$", STORAGE_ENDPOINT_URL):
    stop(
        "STORAGE_ENDPOINT_URL is missing or wrong: the address of the S3 server, https://host:port"
    )
if USES_BUCKETS and STORAGE_BUCKET_PUBLIC == STORAGE_BUCKET_PRIVATE:
    stop("STORAGE_BUCKET_PRIVATE is wrong: it must be another bucket than the public one")
CACHES: dict[str, dict[str, Any]] = {
    "default": read("cache", "CACHE_URL", "locmemcache://"),
    # What one process deletes, another would still name.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    # What the next worker must not have forgotten: attempts, codes that were used.
    "shared": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "limits_cacherow",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}
USES_REDIS = CACHES["default"]["BACKEND"].endswith("RedisCache")
if USES_REDIS:
    seconds = {"socket_connect_timeout": 2, "socket_timeout": 2}
    CACHES["default"]["OPTIONS"] = CACHES["default"].get("OPTIONS", {}) | seconds
    CACHES["shared"] = CACHES["default"].copy()
CACHES["shared"]["KEY_FUNCTION"] = "portal.quotas.cache_key"
DEMO_PASSWORD = read("str", "DEMO_PASSWORD", None)
EMAIL = read("email", "EMAIL_URL", "consolemail://")
vars().update(EMAIL)
# Whatever a package sends is put in the queue; the worker hands it to what EMAIL_URL names.
EMAIL_BACKEND = "portal.mail.backend.QueueBackend"
MAIL_TRANSPORT = EMAIL["EMAIL_BACKEND"]
EMAIL_TIMEOUT = 10  # seconds for each answer of the mail server
MAIL_DOMAIN = urlsplit(SITE_URL).hostname or "localhost"
# Servers take mail from those who sign in; the name says nothing to who looks over a shoulder.
MAIL_USER = EMAIL["EMAIL_HOST_USER"] or ""
DEFAULT_FROM_EMAIL = f"Portal <{MAIL_USER if '@' in MAIL_USER else f'noreply@{MAIL_DOMAIN}'}>"
# Whether the admin asks for a second factor; production says so unless told otherwise.
SECOND_FACTOR_REQUIRED = read("bool", "SECOND_FACTOR_REQUIRED", False)
PORT = read("int", "PORT", 8000)
