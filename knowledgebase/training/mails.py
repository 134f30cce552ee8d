"""The mails of training; nothing in them says what they are about."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from portal.mail.kinds import Kind

GO_ON = Kind(
    "go_on",
    _("A reminder, at most every two weeks, when you are behind in your training group"),
    "training/go_on",
    optional=True,
    lasts=timedelta(days=3),
    example={"link": "/sq/une/"},
)
TOMORROW = Kind(
    "tomorrow",
    _("A reminder the day before a live session"),
    "training/tomorrow",
    optional=True,
    lasts=timedelta(hours=20),  # then it is no longer tomorrow
    example={"link": "/sq/une/"},
)
KINDS = [GO_ON, TOMORROW]
