"""What background work adds to the admin beside its report: the button that tries again."""

from django.urls import URLPattern, path
from wagtail import hooks

from portal.tasks.reports import again


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give the button its address."""
    return [path("reports/tasks/<uuid:pk>/again/", again, name="task_again")]
