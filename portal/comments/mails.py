"""The one mail about comments: to whoever asked for the answer."""

from django.utils.translation import gettext_lazy as _

from portal.mail.kinds import Kind

ANSWERED = Kind(
    "comment_answered",
    _("An answer to a comment, for whoever asked for it"),
    "comments/answered",
    example={"link": "/sq/"},
)
KINDS = [ANSWERED]
