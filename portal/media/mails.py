"""The one mail about pictures: people in some of them agree no more to be shown."""

from django.utils.translation import gettext_lazy as _

from portal.mail.kinds import Kind

CONSENT_ENDED = Kind(
    "consent_ended",
    _("Pictures that the site stopped showing"),
    "media/consent_ended",
    optional=True,
    permission="media.change_image",
    example={"link": "/admin/reports/consents/"},
)
KINDS = [CONSENT_ENDED]
