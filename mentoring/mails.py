"""The mails of mentoring; nothing in them says what they are about."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from portal.mail.kinds import Kind

ANSWER_WAITS = Kind(
    "answer_waits",
    _(
        "A reminder, twice at most, when somebody is waiting for your answer in the "
        "mentoring programme"
    ),
    "mentoring/answer_waits",
    optional=True,
    lasts=timedelta(days=2),
    example={"link": "/sq/une/"},
)
KINDS = [ANSWER_WAITS]
