"""What certificates add to the admin beside their list."""

from django.urls import URLPattern, path
from wagtail import hooks

from portal.certificates.admin import ReissueView, RevokeView


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give what is done with a certificate its addresses."""
    before = "reports/certificates/<int:pk>"
    return [
        path(f"{before}/revoke/", RevokeView.as_view(), name="revoke_certificate"),
        path(f"{before}/again/", ReissueView.as_view(), name="reissue_certificate"),
    ]
