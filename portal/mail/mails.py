"""The mails of the editors' desk, which Wagtail causes."""

from django.utils.translation import gettext_lazy as _

from portal.accounts.roles import ADMIN
from portal.mail.kinds import Kind

DESK = Kind(
    "desk",
    _("Comments, and pages that are waiting for you or that somebody decided on"),
    "desk",
    optional=True,
    permission=ADMIN,
    example={"link": "/admin/"},
)
KINDS = [DESK]
