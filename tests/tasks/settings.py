"""The tests' settings with the real queue and short times, for a worker in a process of its own."""

import os

from portal.settings.test import *  # noqa: F403
from portal.settings.test import DATABASES, EMAIL, TASKS

TASKS["background"]["BACKEND"] = "django_tasks_db.DatabaseBackend"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"] = os.environ["WORKER_DATABASE"]
MAIL_TRANSPORT = EMAIL["EMAIL_BACKEND"]
TASK_LEASE = 2
TASK_GRACE = 5
