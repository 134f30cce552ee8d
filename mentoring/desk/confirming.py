"""What the views of the desk share: whom they are for."""

from collections import OrderedDict
from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column
from wagtail.permission_policies import ModelPermissionPolicy

from mentoring.models import Profile
from mentoring.roles import COORDINATE
from portal.accounts.admin.confirming import ConfirmFormView, ConfirmView
from portal.report import Report

MENU = "register_mentoring_menu_item"


class DeskReport(Report):
    """A list of the desk, in the menu of mentoring."""

    menu = MENU
    any_permission_required = ["coordinate"]
    permission_policy = ModelPermissionPolicy(Profile)
    is_searchable = False

    @cached_property
    def in_files(self) -> list[Column]:
        """The columns that files have too."""
        return [column for column in self.columns if isinstance(column, Column)]

    @property
    def list_export(self) -> list[str]:
        """Files have the columns of the page."""
        return [column.name for column in self.in_files]

    @property
    def export_headings(self) -> dict[str, Any]:
        """Their headings too."""
        return {column.name: column.label for column in self.in_files}

    def to_row_dict(self, item: Any) -> OrderedDict[str, Any]:
        """Return a row as it is downloaded."""
        return OrderedDict((column.name, column.get_value(item)) for column in self.in_files)


class DeskView(ConfirmView):
    """A page on which a coordinator decides something."""

    @property
    def subject(self) -> Any:
        """Nothing in particular."""
        return ""

    def is_allowed(self) -> bool:
        """Whether who asks coordinates the programme."""
        return self.request.user.has_perm(COORDINATE)


class DeskFormView(ConfirmFormView, DeskView):
    """The same with a form that has to be right first."""
