"""Where whoever writes pages works, on the admin's first page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from portal.accounts.models import User


def places(user: User) -> list[tuple[str, str]]:
    """Return the tree of pages."""
    if not page_permission_policy.user_has_any_permission(user, ["add", "change", "publish"]):
        return []
    return [(_("Pages"), reverse("wagtailadmin_explore_root"))]
