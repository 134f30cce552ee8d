"""Settings that every environment shares; what comes from outside is in `environment`."""

from typing import Any

from csp.constants import NONCE, NONE, SELF

from portal.settings.environment import *  # noqa: F403
from portal.settings.environment import (
    BASE_DIR,
    PORT,
    SITE_URL,
    STORAGE_BUCKET_PUBLIC,
    STORAGE_ENDPOINT_URL,
    USES_BUCKETS,
    VAR_DIR,
)

# The gallery of components and uploaded pictures are served only where this is true.
DEVELOPMENT = False

# --- Apps: the rooms of the house, each after those it builds on -------------------------------
INSTALLED_APPS = [
    "search.apps.SearchConfig",
    "projects",
    "knowledgebase",
    "knowledgebase.training",
    "mentoring",
    "home",
    "home.enquiries",
    "portal",
    "portal.publishing",
    "portal.publishing.bundles",
    "portal.translating",
    "portal.furniture",
    "portal.terms",
    "portal.media",
    "portal.limits",
    "portal.certificates",
    "portal.comments",
    "portal.guide",
    "portal.accounts",
    "portal.personal",
    "portal.tasks",
    "portal.mail",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.sites",
    "portal.accounts.admin.apps.UsersConfig",  # Wagtail's users
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",  # the words of Wagtail's "5 minutes ago"
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "portal.health.probes",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "portal.middleware.RefuseControlCharacters",
    "portal.middleware.no_large_bodies",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.middleware.no_trace_of_people",
    "portal.middleware.in_the_persons_language",
    "portal.redirects.RedirectMiddleware",
    "portal.errors.TellWhatPasses",
    "portal.publishing.middleware.TellRefusals",
    "portal.accounts.middleware.second_factor",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Templates: ours are Jinja2, other packages' are Django's --------------------------------
ROOMS = ("home", "projects", "knowledgebase", "mentoring", "search", "portal", "portal/furniture")
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / room / "templates" for room in ROOMS],
        "OPTIONS": {
            "environment": "portal.jinja.environment",
            "context_processors": ["portal.frame.context"],
            "extensions": [
                "jinja2.ext.i18n",
                "wagtail.jinja2tags.core",
                "wagtail.admin.jinja2tags.userbar",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- People ----------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["portal.accounts.backends.AuthenticationBackend"]
# One way in for everybody: Wagtail's own ask for a password alone (see `portal.accounts.urls`).
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my_page"
WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
ACCOUNT_ADAPTER = "portal.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "portal.accounts.worded.SignInForm",
    "reauthenticate": "portal.accounts.worded.ConfirmForm",
    "add_email": "portal.accounts.worded.AddAddressForm",
    "change_password": "portal.accounts.worded.ChangePasswordForm",
    "set_password": "portal.accounts.worded.SetPasswordForm",
    "reset_password": "portal.accounts.worded.ResetPasswordForm",
    "reset_password_from_key": "portal.accounts.worded.NewPasswordForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 3
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Each further limit is a longer delay; "key" is an account at one address (see its adapter).
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,100/h/ip,5/5m/key,12/h/key,30/d/key",
    "reset_password": "10/m/ip,30/h/ip",
    "signup": "20/m/ip,60/h/ip",
}
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
# A session ends with the browser: phones and offices are shared.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
MFA_ADAPTER = "portal.accounts.passkeys.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "authenticate": "portal.accounts.worded.SecondStepForm",
    "reauthenticate": "portal.accounts.worded.ConfirmByCodeForm",
    "activate_totp": "portal.accounts.worded.AppForm",
    "add_webauthn": "portal.accounts.passkeys.AddPasskeyForm",
    "edit_webauthn": "portal.accounts.passkeys.RenamePasskeyForm",
    "login_webauthn": "portal.accounts.passkeys.SignInForm",
    "authenticate_webauthn": "portal.accounts.passkeys.SecondStepForm",
    "reauthenticate_webauthn": "portal.accounts.passkeys.ConfirmForm",
}
MFA_TOTP_ISSUER = "Portal"
MFA_TOTP_TOLERANCE = 1  # who types slowly, and a phone whose clock is half a minute wrong
PASSWORD_HASHERS = ["portal.accounts.hashers.QueuedHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- Languages: the one list; the first is the source ------------------------------------------
LANGUAGES = [("sq", "Shqip"), ("en", "English")]
LANGUAGE_TERRITORIES = {"sq": "AL", "en": "GB"}
LANGUAGE_CODE = LANGUAGES[0][0]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "portal.rich_text.RichTextArea"}}
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Europe/Tirane"
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "vendor"]
FORMAT_MODULE_PATH = "portal.formats"
# A page submitted for translation stays a draft, and a deleted one keeps its translated strings.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True

# --- Files -----------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
PRIVATE_ROOT = VAR_DIR / "private"
# What visitors may have, and what they may not: originals, and files that wait for a moderator.
FOLDERS = {
    "default": {"BACKEND": "portal.media.stores.PublicFolder"},
    "private": {"BACKEND": "portal.media.stores.PrivateFolder"},
}
BUCKETS = {
    "default": {"BACKEND": "portal.media.buckets.PublicBucket"},
    "private": {"BACKEND": "portal.media.buckets.PrivateBucket"},
}
STORAGES: dict[str, dict[str, Any]] = {
    **(BUCKETS if USES_BUCKETS else FOLDERS),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WAGTAILIMAGES_IMAGE_MODEL = "media.Image"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Document"
# Pictures: three formats whose metadata can be cut out without touching the pixels.
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.media.forms.ImageForm"
# Documents: the types are named here because a bare Debian's mimetypes table lacks some of them.
WAGTAILDOCS_CONTENT_TYPES = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WAGTAILDOCS_EXTENSIONS = list(WAGTAILDOCS_CONTENT_TYPES)
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# What may be sent, in bytes, with the form around a file: in the admin, where people bring a table,
# a picture or three files, where they may write at length, and everywhere else. The last but one
# holds 100,000 characters of any language as a form sends them, so that all can be shown again.
LARGEST_UPLOAD = WAGTAILDOCS_MAX_UPLOAD_SIZE + 1024 * 1024
LARGEST_TABLE = 1024 * 1024
LARGEST_PICTURE = 9 * 1024 * 1024
LARGEST_FILES = 16 * 1024 * 1024
LARGEST_TEXT = 1280 * 1024
LARGEST_FORM = 64 * 1024
WAGTAILDOCS_DOCUMENT_FORM_BASE = "portal.media.forms.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"

# --- Tasks: Wagtail's own at once, heavy work by `manage.py worker` ---------------------------
# Each queue has a process of its own: none waits for another.
TASK_QUEUES = ["mail", "search", "papers", "documents", "people"]
TASKS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": TASK_QUEUES},
}
TASK_LEASE = 60  # seconds after which a task is taken up whose worker gives no sign of life
TASK_LONGEST = 15 * 60  # seconds that a task may run
TASK_GRACE = 20  # seconds that a running task has to end when its worker is stopped

# --- Wagtail -----------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Portal"
WAGTAIL_FINISH_WORKFLOW_ACTION = "portal.publishing.workflow.finish"
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "portal/password_required.html"  # noqa: S105
WAGTAILADMIN_BASE_URL = SITE_URL or f"http://127.0.0.1:{PORT}"
WAGTAILSEARCH_BACKENDS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "modelsearch.backends.database"}
}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# As dates are typed here; portal/formats reads the other ways too.
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE, "UTC"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        # These quote what was asked and answered; search says itself what failed.
        "elasticsearch": {"level": "CRITICAL"},
        "elastic_transport": {"level": "CRITICAL"},
        "opensearch": {"level": "CRITICAL"},
        "opensearchpy": {"level": "CRITICAL"},
    },
}

# --- Safety of the visitor and of the site ----------------------------------------------------
# A page with many blocks is a form with many fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
CSRF_FAILURE_VIEW = "portal.errors.csrf_failure"
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_HTTPONLY = True
PICTURE_ADDRESSES = [f"{STORAGE_ENDPOINT_URL}/{STORAGE_BUCKET_PUBLIC}/"] if USES_BUCKETS else []
CONTENT_SECURITY_POLICY = {
    # The page editor has inline scripts of its own.
    "EXCLUDE_URL_PREFIXES": ("/admin/",),
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *PICTURE_ADDRESSES],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}
# The admin shows previews in a frame of the same site, so X-Frame-Options cannot be DENY.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
