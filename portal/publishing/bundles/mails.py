"""The one mail about bundles: that one did not go live at its hour."""

from django.utils.translation import gettext_lazy as _

from portal.mail.kinds import Kind

MISSED = Kind(
    "bundle_missed",
    _("Something that you had planned and that did not happen at its hour"),
    "bundles/missed",
    example={"link": "/admin/bundles/1/"},
)
KINDS = [MISSED]
