"""The list of accounts, and what is done with one."""

from typing import Any

from wagtail.users.views import users as wagtail

from portal.accounts.admin.forms import UserCreationForm, UserEditForm
from portal.personal import users as recorded


class IndexView(wagtail.IndexView):
    """Accounts, found by name and address."""

    search_fields = ["name", "email"]


class UserViewSet(recorded.UserViewSet):
    """Wagtail's views of users, with our forms."""

    index_view_class = IndexView

    def get_form_class(self, for_update: bool = False) -> type[Any]:
        """Return the form of a new account, or of one that is there."""
        return UserEditForm if for_update else UserCreationForm
