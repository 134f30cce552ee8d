"""Background work as an app: the worker, its queue, the report on it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TasksConfig(AppConfig):
    name = "portal.tasks"
    label = "portal_tasks"
    verbose_name = _("Background work")
