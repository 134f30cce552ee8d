"""What the views of the desk share: whom they are for."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

from mentoring.models import Profile
from mentoring.roles import COORDINATE
from portal.accounts.admin.confirming import ConfirmView
from portal.report import Report

MENU = "register_mentoring_menu_item"


class DeskReport(Report):
    """A list of the desk, in the menu of mentoring."""

    menu = MENU
    any_permission_required = ["coordinate"]
    permission_policy = ModelPermissionPolicy(Profile)


class DeskView(ConfirmView):
    """A page on which a coordinator decides something."""

    @property
    def subject(self) -> Any:
        """Nothing in particular."""
        return ""

    def is_allowed(self) -> bool:
        """Whether who asks coordinates the programme."""
        return self.request.user.has_perm(COORDINATE)
