"""What mail adds to the admin beside its report: the button that sends again."""

from django.urls import URLPattern, path
from wagtail import hooks

from portal.mail.reports import again


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give the button its address."""
    return [path("reports/mails/<int:pk>/again/", again, name="mail_again")]
